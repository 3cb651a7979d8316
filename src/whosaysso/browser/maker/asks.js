// Fields and choices of a form, and how a part of it is drawn anew under the hands of whoever writes in it.

import { element } from "../yourtext/making.js";

/** @type {(value: string, input: (value: string) => void, long?: boolean) => HTMLInputElement | HTMLTextAreaElement} */
export function fieldOf(value, input, long = false) {
  const made = long ? element("textarea", { rows: "2", maxlength: "4000", dir: "auto" }) : element("input", { type: "text", maxlength: "1000", autocomplete: "off", dir: "auto" });
  made.value = value;
  made.addEventListener("input", () => input(made.value));
  return made;
}

/** @type {(choices: [string, string][], value: string, choose: (value: string) => void) => HTMLSelectElement} */
export function choiceOf(choices, value, choose) {
  const made = element("select", {}, ...choices.map(([id, words]) => element("option", { value: id, selected: id === value }, words)));
  made.addEventListener("change", () => choose(made.value));
  return made;
}

/** Draw anew, and leave the focus where it was among what can have it: at the same place, or the last. @type {(box: HTMLElement, draw: () => void) => void} */
export function redrawn(box, draw) {
  const reached = () => /** @type {HTMLElement[]} */ ([...box.querySelectorAll("summary, input, select, textarea, button")]);
  const at = reached().indexOf(/** @type {HTMLElement} */ (document.activeElement));
  draw();
  if (at >= 0) (reached()[at] ?? reached().pop())?.focus({ preventScroll: true });
}
