// What every view begins with: its root, in the page or put into a notebook's cell, with its controls shown.

/** @import { Model, Root, View } from "./types" */

/** @type {<R extends Root>(ours: R, show: (root: HTMLElement, model: Model<R>) => void) => View<R>} */
export const mounted = (ours, show) => ({
  render({ model, el }) {
    if (!el.matches(ours)) el.innerHTML = model.get("markup") ?? ""; // our own template, escaped
    const root = el.matches(ours) ? el : /** @type {HTMLElement} */ (el.firstElementChild);
    show(root, model); // first: what fails here stays as it stands on paper
    root.querySelectorAll(".wss-live").forEach((part) => (part.hidden = false));
    root.querySelectorAll(".wss-static").forEach((part) => part.remove());
  },
});
