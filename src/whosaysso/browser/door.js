// The door to a test: which of the three forms is this reader's on this occasion, and an order that a teacher gave.

import { mounted } from "./mounted.js";
import { whenTold } from "./telling.js";

/** @import { Form } from "./types" */

export const doorView = mounted("[data-deal]", (root, model) => {
  const said = root.querySelector(".wss-deal-said");
  const start = root.querySelector(".wss-start");
  const choice = root.querySelector(".wss-order");
  /** @type {Record<string, Form>} */
  const forms = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const order = model.get("order");
    const form = forms[order[Number(root.dataset.deal)]];
    const finished = model.get("finished").includes(form.set);
    const where = form.href ? "" : ` Open ${form.set}.ipynb in the list of files.`; // no link of ours leads through JupyterLab
    said.textContent = `${finished ? "You have finished" : "This time you take"} ${form.title}.${where}`;
    const wait = model.get("wait");
    const reasons = model.get("told") ? "The reasons stand there, with each task." : wait ? `The reasons come ${whenTold(wait)}.` : "";
    root.querySelector(".wss-deal-reasons").textContent = finished ? reasons : "";
    start.hidden = !form.href;
    start.textContent = `${finished ? "See" : "Go to"} ${form.title}`;
    if (form.href) start.href = form.href;
    choice.value = order;
    root.querySelectorAll(".wss-order, .wss-use").forEach((control) => (control.disabled = model.get("begun")));
    root.querySelector(".wss-fixed").hidden = !model.get("begun");
  }
  root.querySelector(".wss-use").addEventListener("click", () => {
    model.set("order", choice.value);
    model.save_changes();
    show();
  });
  /** @type {const} */ (["order", "begun", "finished", "told", "wait"]).forEach((name) => model.on(`change:${name}`, show));
  show();
});
