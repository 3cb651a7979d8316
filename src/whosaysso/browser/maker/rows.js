// What of an exercise comes in rows: options, claims, statements, numbers, checks, words that tempt.

import { asked, element, pressable } from "../yourtext/making.js";
import { choiceOf, fieldOf, redrawn } from "./asks.js";

/** @import { Column, Made, Row, Sketch } from "./types" */

const WHY = { name: "why", asks: "Why", long: true };
/** @type {(...order: string[]) => Column} */
const credit = (...order) => ({ name: "credit", asks: "It is", choices: order.map((value) => [value, { 0: "wrong", "0.5": "partly right", 1: "right" }[value] ?? ""]) });
/** @type {Partial<Record<Made, {one: string, more?: string, columns: Column[]}>>} */
const ROWS = {
  choose: { one: "Option", columns: [{ name: "text", asks: "Words" }, credit("0", "0.5", "1"), WHY] },
  "choose-all": { one: "Option", columns: [{ name: "text", asks: "Words" }, { name: "right", asks: "It", choices: [["no", "does not fit"], ["yes", "fits"]] }, WHY] },
  judge: { one: "Claim", columns: [{ name: "text", asks: "Words" }, { name: "verdict", asks: "The text", choices: [["open", "cannot tell"], ["supports", "supports it"], ["contradicts", "contradicts it"]] }, WHY] },
  sort: { one: "Statement", columns: [{ name: "text", asks: "Words" }, { name: "class", asks: "It belongs to", choices: [] }, WHY] },
  number: { one: "Number", columns: [{ name: "from", asks: "From" }, { name: "to", asks: "To, if it is a range" }, credit("1", "0.5", "0"), WHY] },
  write: { one: "Check", more: "Let a machine look for something", columns: [
    { name: "words", asks: "Words, with commas between; brave* is bravery too" },
    { name: "does", asks: "A good text", choices: [["has", "has one of them"], ["lacks", "has none of them"]] },
    { name: "near", asks: "Near one of these words, if that matters" },
    { name: "why", asks: "What do you tell whose text does not pass?", long: true },
  ] },
  mark: { one: "Words that tempt", more: "Add words that tempt", columns: [{ name: "text", asks: "Words, as the passage has them" }, { ...WHY, asks: "Why are they not to be marked?" }] },
};

/** A group of fields for each row. @type {(sketch: () => Sketch, change: (part: Partial<Sketch>) => void) => {box: HTMLElement, redraw(): void}} */
export function rowGroups(sketch, change) {
  const box = element("div", {});
  const shape = ROWS[sketch().kind];
  /** @type {(row: Row, n: number) => HTMLElement} */
  function group(row, n) {
    const put = (/** @type {string} */ name) => (/** @type {string} */ value) => change({ rows: sketch().rows.map((one, at) => (at === n ? { ...one, [name]: value } : one)) });
    const fields = (shape?.columns ?? []).map(({ name, asks, choices, long }) => {
      const given = name === "class" ? classesOf(sketch()) : choices;
      return asked(asks, given ? choiceOf(given, row[name] ?? "", put(name)) : fieldOf(row[name] ?? "", put(name), long));
    });
    const drop = pressable("Take away", () => {
      change({ rows: sketch().rows.filter((_, at) => at !== n) });
      redrawn(box, redraw);
    }, { "aria-label": `Take away ${shape?.one.toLowerCase()} ${n + 1}` });
    return element("fieldset", { class: "wss-make-row" }, element("legend", {}, `${shape?.one} ${n + 1}`), ...fields, drop);
  }
  function redraw() {
    if (!shape) return;
    const more = pressable(shape.more ?? `Another ${shape.one.toLowerCase()}`, () => {
      change({ rows: [...sketch().rows, {}] });
      redraw();
      const groups = box.querySelectorAll("fieldset");
      /** @type {HTMLElement | null} */ (groups[groups.length - 1].querySelector("input, textarea"))?.focus();
    });
    box.replaceChildren(...sketch().rows.map(group), element("p", { class: "wss-buttons" }, more));
  }
  redraw();
  return { box, redraw };
}

/** @type {(sketch: Sketch) => [string, string][]} */
const classesOf = ({ said }) => (said.classes ?? "").split("\n").map((one) => one.trim()).filter(Boolean).map((label, n) => [`k${n + 1}`, label]);
