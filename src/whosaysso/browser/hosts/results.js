// The host of the results in a page.

import { makeModel } from "../model.js";
import { resultsView } from "../results.js";
import { page } from "./page.js";

/** @import { Model } from "../types" */

document.querySelectorAll("[data-results]").forEach((el) => {
  /** @type {Model<"[data-results]">} */
  const model = makeModel({ work: page.work.handIn() }, () => {});
  resultsView.render({ model, el });
  page.onChange(() => model.set("work", page.work.handIn()));
});
