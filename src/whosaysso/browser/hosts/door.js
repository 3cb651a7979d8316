// The host of the doors to the tests in a page: deals at random, once, and takes an order from the address.

import { doorView } from "../door.js";
import { makeModel } from "../model.js";
import { isForm } from "../record.js";
import { page } from "./page.js";

/** @import { Form, Model } from "../types" */

document.querySelectorAll("[data-deal]").forEach((el) => {
  const { work } = page;
  const orders = [...el.querySelectorAll(".wss-order option")].map((option) => option.value);
  /** @type {Form[]} */
  const sets = Object.values(JSON.parse(el.querySelector(".wss-data").textContent));
  const begun = () => sets.some(({ exercises }) => exercises.some((id) => work.latest(id)));
  const given = new URLSearchParams(location.search).get("order")?.toUpperCase();
  const give = (/** @type {string} */ order) => {
    work.setForm(order);
    page.refresh();
  };
  if (isForm(given) && !begun()) give(given);
  if (!work.form()) give(orders[atRandom(orders.length)]);

  const state = () => ({ order: String(work.form()), begun: begun(), finished: Object.keys(work.finished()) });
  /** @type {Model<"[data-deal]">} */
  const model = makeModel(state(), () => give(model.get("order")));
  doorView.render({ model, el });
  page.onChange(() => {
    if (!work.form()) give(orders[atRandom(orders.length)]); // the next reader
    const now = state();
    model.set("order", now.order);
    model.set("begun", now.begun);
    model.set("finished", now.finished);
  });
});

/**
 * A whole number below `many`, each as likely as any other.
 * @type {(many: number) => number}
 */
function atRandom(many) {
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 256 - (256 % many) ? byte % many : atRandom(many);
}
