// Elements, tables and small drawings; whatever was typed, loaded or stored comes in as text alone.

/** @import { Bin } from "../../measures/types" */
/** @import { Linked } from "./types" */

const DRAWN = "http://www.w3.org/2000/svg";

/** @type {(name: string, ...inside: (Node | string)[]) => HTMLElement} */
export function make(name, ...inside) {
  const [tag, style] = name.split(".");
  const made = document.createElement(tag);
  if (style) made.className = style;
  made.append(...inside);
  return made;
}

/** @type {(tag: string, properties: Record<string, string | number>, ...inside: (Node | string)[]) => SVGElement} */
function shape(tag, properties, ...inside) {
  const made = document.createElementNS(DRAWN, tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}

/** A day in words, as the reader's own clock has it. @type {(moment: number) => string} */
export const dayOf = (moment) => new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** A link to an exercise; a notebook has no page of it, and names the cell that shows it. @type {(to: Linked) => HTMLElement} */
export function linkTo({ id, title, href }) {
  if (!href) return id ? make("span", `${title}: `, make("code", `exercise("${id}")`)) : make("span", title);
  const link = /** @type {HTMLAnchorElement} */ (make("a", title));
  link.href = href;
  return link;
}

/** @type {(caption: string, head: string[], rows: (Node | string)[][]) => HTMLElement} */
export function tableOf(caption, head, rows) {
  const scoped = (/** @type {Node | string} */ inside, /** @type {string} */ scope) => {
    const cell = make("th", inside);
    cell.setAttribute("scope", scope);
    return cell;
  };
  const body = rows.map(([first, ...cells]) => make("tr", scoped(first, "row"), ...cells.map((cell) => make("td", cell))));
  return make("table", make("caption", caption), make("thead", make("tr", ...head.map((cell) => scoped(cell, "col")))), make("tbody", ...body));
}

/** A part of a whole as a bar, beside words that say the same. @type {(part: number, whole: number) => SVGElement} */
export const barOf = (part, whole) => shape("svg", { class: "wss-share", viewBox: "0 0 100 8", width: 100, height: 8, "aria-hidden": "true" },
  shape("rect", { class: "wss-share-whole", x: 0.5, y: 0.5, width: 99, height: 7, rx: 3.5 }),
  ...(part ? [shape("rect", { class: "wss-share-part", x: 0.5, y: 0.5, width: Math.max(7, (99 * part) / whole), height: 7, rx: 3.5 })] : []));

/** How often answers were right by how often they should be, each point with its number of answers. @type {(bins: Bin[]) => SVGElement} */
export function curveOf(bins) {
  const [x, y] = [(/** @type {number} */ share) => 48 + 240 * share, (/** @type {number} */ share) => 262 - 240 * share];
  const inHundreds = (/** @type {number} */ share) => `${Math.round(100 * share)}%`;
  const crowded = (/** @type {number} */ expected) => expected > 0.9 || bins.some((other) => other.expected > expected && other.expected < expected + 0.12);
  const points = bins.flatMap(({ expected, right, answers }, n) => [
    shape("path", { class: "wss-curve-reach", d: `M${x(expected)} ${y(right.low)}V${y(right.high)}` }),
    shape("circle", { class: "wss-curve-point", cx: x(expected), cy: y(right.value), r: 5 }),
    shape("text", { class: "wss-curve-count", x: x(expected) + (crowded(expected) ? -9 : 9), y: y(right.value) + (n % 2 || right.value > 0.9 ? 16 : -8), "text-anchor": crowded(expected) ? "end" : "start" }, String(answers))]);
  const ticks = [0, 0.5, 1].flatMap((share) => [
    shape("text", { x: 40, y: y(share) + 4, "text-anchor": "end" }, inHundreds(share)),
    shape("text", { x: x(share), y: 282, "text-anchor": "middle" }, inHundreds(share))]);
  return shape("svg", { class: "wss-curve", viewBox: "0 0 310 310", role: "img", "aria-label": "How often your answers were right, by how often they should be; the table beside it has the figures." },
    shape("path", { class: "wss-curve-axis", d: `M${x(0)} ${y(1)}V${y(0)}H${x(1)}` }),
    shape("path", { class: "wss-curve-even", d: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` }),
    ...ticks, shape("text", { x: x(0.5), y: 304, "text-anchor": "middle" }, "should be right"), shape("text", { x: x(0), y: 12, "text-anchor": "start" }, "was right"), ...points);
}
