// The door to a test: which of the three forms is this reader's on this occasion, and an order that a teacher gave.

import { mounted } from "./mounted.js";

export const doorView = mounted("[data-deal]", (root, model) => {
  const [said, start, choice] = [".wss-deal-said", ".wss-start", ".wss-order"].map((s) => root.querySelector(s));
  const forms = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const order = model.get("order");
    const form = forms[order[Number(root.dataset.deal)]];
    const finished = model.get("finished").includes(form.set);
    said.textContent = finished ? `You have finished ${form.title}.` : `Your form on this occasion: ${form.title}.`;
    start.textContent = form.href ? `${finished ? "See" : "Go to"} ${form.title}` : `Open ${form.set}.ipynb`;
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
  ["order", "begun", "finished"].forEach((name) => model.on(`change:${name}`, show));
  show();
});
