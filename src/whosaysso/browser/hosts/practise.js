// The host of practice in a page: an exercise that is begun once more stands there without the answer given before.

import { makeModel } from "../model.js";
import { practiseView } from "../practise.js";
import { page } from "./page.js";

/** @import { Model } from "../types" */

document.querySelectorAll("[data-practise]").forEach((el) => {
  /** @type {Model<"[data-practise]">} */
  const model = makeModel({ work: page.work.handIn(), again: null }, () => {
    const again = model.get("again");
    if (again) page.work.keepDraft(again, {});
  });
  practiseView.render({ model, el });
  page.onChange(() => model.set("work", page.work.handIn()));
});
