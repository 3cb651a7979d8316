// How sources are put in order.

import { clearNotes, noteAll, views } from "../views.js";

views.rank = (root, exercise, changed) => {
  const list = root.querySelector(".wss-rank");
  const said = root.querySelector(".wss-announce");
  const shown = exercise.sources.map((s) => s.id);
  const items = () => [...list.querySelectorAll("li")];
  let touched = false;
  const touch = (/** @type {boolean} */ now) => list.toggleAttribute("data-touched", (touched = now));
  list.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    const item = button?.closest("li");
    if (!button || !item) return;
    const up = button.classList.contains("wss-up");
    if (up) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    touch(true);
    button.focus();
    said.textContent = `${items().indexOf(item) + 1} of ${items().length}: ${item.querySelector(".wss-rank-text").textContent}`;
    changed();
  });
  return {
    read: () => (touched ? { order: items().map((i) => i.dataset.about) } : {}),
    write(response) {
      const order = Array.isArray(response?.order) ? response.order : [];
      touch(order.length > 0);
      const place = (/** @type {HTMLElement} */ item) => (order.includes(item.dataset.about) ? order.indexOf(item.dataset.about) : shown.indexOf(String(item.dataset.about)));
      list.append(...items().sort((a, b) => place(a) - place(b)));
    },
    missing: () => "Nothing is moved yet: put them in order first.",
    show({ feedback }, everything) {
      noteAll(root, feedback.map((f) => (everything ? { ...f, lead: `Step ${exercise.key.sources[f.about].step}` } : f)));
      return "The reasons are below each.";
    },
    clear: () => clearNotes(root),
  };
};
