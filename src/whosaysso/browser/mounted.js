// What every view begins with: its root, in the page or put into a notebook's cell, with its controls shown.

/** @param {string} ours the roots of this view  @param {(root: HTMLElement, model: object) => void} show */
export const mounted = (ours, show) => ({
  /** @param {{model: object, el: HTMLElement}} context */
  render({ model, el }) {
    if (!el.matches(ours)) el.innerHTML = model.get("markup"); // our own template, escaped
    const root = el.matches(ours) ? el : el.firstElementChild;
    root.querySelectorAll(".wss-live").forEach((part) => (part.hidden = false));
    root.querySelectorAll(".wss-static").forEach((part) => part.remove());
    show(root, model);
  },
});
