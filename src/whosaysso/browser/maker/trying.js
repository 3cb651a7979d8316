// The students' file in a frame, played as a student would. It is kept apart from all work, and gone when it is drawn anew.

import { element } from "../yourtext/making.js";

/** @import { Bundle } from "./types" */

/** @type {(box: HTMLElement, bundle: Bundle, page: string) => void} */
export function tryOut(box, { book }, page) {
  forget(`${book}-trial@`);
  if (!page) return box.replaceChildren(element("p", {}, "No exercise can be tried yet."));
  const frame = element("iframe", { title: "The exercises, as your students see them" });
  frame.srcdoc = page;
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    inside.documentElement.style.colorScheme = getComputedStyle(box).colorScheme;
    new ResizeObserver(() => (frame.style.height = `${inside.body.offsetHeight + 8}px`)).observe(inside.body);
  });
  return box.replaceChildren(frame);
}

/** What an earlier trial has kept. @param {string} start */
function forget(start) {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(start)).forEach((key) => localStorage.removeItem(key));
  } catch {
    // a store that is switched off has kept nothing
  }
}
