// Elements, tables and small drawings. Whatever was typed, loaded or stored comes in as text alone.

/** @import { Estimate } from "../measures/types" */

/** @typedef {Node | string | null | false | undefined} Inside */

/** @type {(tag: string, properties?: Record<string, string>, ...inside: Inside[]) => HTMLElement} */
export function element(tag, properties = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  made.append(...inside.filter((one) => one !== null && one !== false && one !== undefined));
  return made;
}

/** A table that a screen reader can walk; it scrolls in a frame of its own. @type {(caption: string, head: string[], rows: Inside[][], name?: string) => HTMLElement} */
export function table(caption, head, rows, name = "") {
  const header = element("tr", {}, ...head.map((cell) => element("th", { scope: "col" }, cell)));
  const body = rows.map(([first, ...cells]) => element("tr", {}, element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell))));
  const made = element("table", { class: name }, element("caption", {}, caption), element("thead", {}, header), element("tbody", {}, ...body));
  return element("div", { class: "wss-class-scroll", tabindex: "0", role: "group", "aria-label": caption }, made);
}

/** A share as a bar behind its words, which say the same. @type {(share: number, words: string) => HTMLElement} */
export function barred(share, words) {
  const bar = element("span", { class: "wss-share-bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", String(share));
  return element("span", { class: "wss-barred" }, bar, words);
}

const SVG = "http://www.w3.org/2000/svg";

/** @type {(tag: string, properties: Record<string, string | number>, ...inside: (Node | string)[]) => SVGElement} */
export function drawn(tag, properties, ...inside) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}

/** An interval from 0 to 1 with its value, and a line for chance; the figures stand beside it. @type {(found: Estimate, chance: number) => SVGElement} */
export function interval({ value, low, high }, chance) {
  const at = (/** @type {number} */ share) => 4 + 112 * share;
  return drawn("svg", { class: "wss-interval", viewBox: "0 0 120 20", width: 96, height: 16, "aria-hidden": "true" },
    drawn("path", { class: "wss-axis", d: `M4 10H116M4 7v6M116 7v6` }),
    drawn("path", { class: "wss-chance", d: `M${at(chance)} 3V17` }),
    drawn("path", { class: "wss-reach", d: `M${at(low)} 10H${at(high)}` }),
    drawn("circle", { class: "wss-value", cx: at(value), cy: 10, r: 5 }));
}
