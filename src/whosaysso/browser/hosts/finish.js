// The host of the ends of deferred sets in a page.

import { finishView } from "../finish.js";
import { makeModel } from "../model.js";
import { page } from "./page.js";

/** @import { Model } from "../types" */

document.querySelectorAll("[data-set]").forEach((el) => {
  const { work } = page;
  const set = String(el.dataset.set);
  const ids = page.exercises.filter((e) => e.set === set).map((e) => e.id);
  const progress = () => ({ answered: ids.filter((id) => work.latest(id)).length, all: ids.length, finished: set in work.finished(),
    reader: work.reader(), told: work.told(set), wait: work.wait(set), work: work.handIn() });
  /** @type {Model<"[data-set]">} */
  const model = makeModel({ progress: progress() }, () => {
    work.finish(set);
    page.refresh();
  });
  finishView.render({ model, el });
  page.onChange(() => model.set("progress", progress()));
});
