// The host of the ends of deferred sets in a page.

import { finishView } from "../finish.js";
import { makeModel } from "../model.js";
import { page } from "./page.js";

/** @import { Model } from "../types" */

document.querySelectorAll("[data-set]").forEach((el) => {
  const set = String(el.dataset.set);
  const ids = page.exercises.filter((e) => e.set === set).map((e) => e.id);
  const progress = () => ({ answered: ids.filter((id) => page.work.latest(id)).length, all: ids.length, finished: set in page.work.finished(), reader: page.work.reader() });
  /** @type {Model<"[data-set]">} */
  const model = makeModel({ progress: progress() }, () => {
    page.work.finish(set);
    page.refresh();
  });
  finishView.render({ model, el });
  page.onChange(() => model.set("progress", progress()));
});
