// The host of the doors to the tests in a page: deals at random, once, and takes an order from the address.

import { doorView } from "../door.js";
import { isForm } from "../keeping.js";
import { makeModel } from "../model.js";
import { page } from "./page.js";

document.querySelectorAll("[data-deal]").forEach((el) => {
  const { work } = page;
  const orders = [...el.querySelectorAll(".wss-order option")].map((option) => option.value);
  const sets = Object.values(JSON.parse(el.querySelector(".wss-data").textContent));
  const begun = () => sets.some(({ exercises }) => exercises.some((id) => work.latest(id)));
  const given = new URLSearchParams(location.search).get("order")?.toUpperCase();
  const give = (order) => {
    work.setForm(order);
    page.refresh();
  };
  if (isForm(given) && !begun()) give(given);
  if (!work.form()) give(orders[atRandom(orders.length)]);

  const state = () => ({ order: work.form(), begun: begun(), finished: work.finished() });
  const model = makeModel(state(), () => give(model.get("order")));
  doorView.render({ model, el });
  page.onChange(() => {
    if (!work.form()) give(orders[atRandom(orders.length)]); // the next reader
    Object.entries(state()).forEach(([name, value]) => model.set(name, value));
  });
});

/** A whole number below `many`, each as likely as any other. */
function atRandom(many) {
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 256 - (256 % many) ? byte % many : atRandom(many);
}
