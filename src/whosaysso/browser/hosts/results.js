// The host of the results in a page.

import { makeModel } from "../model.js";
import { resultsView } from "../results.js";
import { page } from "./page.js";

/** @import { Model } from "../types" */

document.querySelectorAll("[data-results]").forEach((el) => {
  /** @type {{sets: Record<string, unknown>}} */
  const { sets } = JSON.parse(el.querySelector(".wss-data").textContent);
  const told = () => Object.keys(sets).filter((set) => page.work.told(set));
  /** @type {Model<"[data-results]">} */
  const model = makeModel({ work: page.work.handIn(), told: told() }, () => {});
  resultsView.render({ model, el });
  page.onChange(() => {
    model.set("told", told());
    model.set("work", page.work.handIn());
  });
});
