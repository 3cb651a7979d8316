// The host of the doors to the tests in a page: deals at random, once, and takes from the address what a teacher gives:
// an order, as in ?order=BCA, or the reasons of the test before the book, as in before-you-read.html?reasons.

import { doorView } from "../door.js";
import { makeModel } from "../model.js";
import { isForm } from "../record.js";
import { TOLD } from "../telling.js";
import { page } from "./page.js";

/** @import { Form, Model } from "../types" */

document.querySelectorAll("[data-deal]").forEach((el) => {
  const { work } = page;
  const orders = [...el.querySelectorAll(".wss-order option")].map((option) => option.value);
  /** @type {Record<string, Form>} */
  const forms = JSON.parse(el.querySelector(".wss-data").textContent);
  const letterOf = (/** @type {string} */ id) => Object.keys(forms).find((letter) => forms[letter].exercises.includes(id)) ?? "";
  /** The forms that were begun, in the order of their beginning, such as B or BA. */
  const taken = () => [...new Set(work.handIn().attempts.map((a) => letterOf(a.exercise)))].join("");
  const begun = () => Boolean(taken());
  const address = new URLSearchParams(location.search);
  const given = address.get("order")?.toUpperCase();
  const give = (/** @type {string} */ order) => {
    work.setForm(order);
    page.refresh();
  };
  /** By chance, among the orders that begin with what was begun without one. */
  const deal = () => {
    const fitting = orders.filter((order) => order.startsWith(taken()));
    give(fitting[atRandom(fitting.length)]);
  };
  if (isForm(given) && !begun()) give(given);
  if (!work.form()) deal();
  if (el.dataset.deal === "0" && address.has("reasons")) {
    work.finish(TOLD);
    page.refresh();
  }

  const state = () => {
    const order = String(work.form());
    const { set } = forms[order[Number(el.dataset.deal)]];
    return { order, begun: begun(), finished: Object.keys(work.finished()), told: work.told(set), wait: work.wait(set) };
  };
  /** @type {Model<"[data-deal]">} */
  const model = makeModel(state(), () => give(model.get("order")));
  doorView.render({ model, el });
  page.onChange(() => {
    if (!work.form()) deal(); // to the next reader
    const now = state();
    model.set("order", now.order);
    model.set("begun", now.begun);
    model.set("finished", now.finished);
    model.set("wait", now.wait);
    model.set("told", now.told);
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
