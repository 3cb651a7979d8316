// The host of the results in a page.

import { makeModel } from "./model.js";
import { page } from "./page.js";
import { results } from "./results.js";

document.querySelectorAll("[data-results]").forEach((el) => {
  const model = makeModel({ work: page.work.handIn("") }, () => {});
  results.render({ model, el });
  page.onChange(() => model.set("work", page.work.handIn("")));
});
