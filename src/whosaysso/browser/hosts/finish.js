// The host of the ends of deferred sets in a page.

import { finishView } from "../finish.js";
import { makeModel } from "../model.js";
import { page } from "./page.js";

document.querySelectorAll("[data-set]").forEach((el) => {
  const { set } = el.dataset;
  const ids = page.exercises.filter((e) => e.set === set).map((e) => e.id);
  const progress = () => ({ answered: ids.filter((id) => page.work.latest(id)).length, all: ids.length, finished: page.work.finished().includes(set) });
  const model = makeModel({ progress: progress() }, () => {
    page.work.finish(set);
    page.refresh();
  });
  finishView.render({ model, el });
  page.onChange(() => model.set("progress", progress()));
});
