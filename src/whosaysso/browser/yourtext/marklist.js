// The marks as a list, in the order of the text, with what was said of each.

import { named, pieceAt } from "../../reader/mending.js";
import { count } from "../words.js";
import { SORT_NAMES, FIVE_QUESTIONS } from "./sorts.js";
import { element, pressable } from "./making.js";

/** @import { Mark } from "../../reader/types" */
/** @import { Table } from "./types" */

/** What a reader said of a mark, in a line. @param {Mark} mark */
export const toldOf = ({ attribution, number, note }) => [
  attribution?.speaker,
  attribution?.sort && SORT_NAMES[attribution.sort],
  ...FIVE_QUESTIONS.map(([name, question]) => number?.[name] && `${question} ${number[name]}`),
  note,
].filter(Boolean).join(" · ");

/** @type {(table: Table, open: (mark: Mark) => void) => {update(label: string): void}} */
export function listOf({ root, reading, points }, open) {
  const details = root.querySelector(".wss-mark-list");
  const title = details.querySelector("summary");
  const list = details.querySelector("ul");
  let active = "";

  function draw() {
    const ids = named(reading().cut);
    const marks = reading().marks.filter(({ label }) => label === active).sort((a, b) => a.start - b.start);
    list?.replaceChildren(...marks.map((mark) => {
      const words = points().slice(mark.start, mark.end);
      const told = toldOf(mark);
      return element("li", {}, `${ids[pieceAt(reading().cut, mark.start)]?.id ?? ""} `, element("q", { dir: "auto" }, words), told ? ` ${told} ` : " ",
        pressable("Open", () => open(mark), { class: "wss-remove", "aria-label": `Open: ${words}` }));
    }));
  }
  details.addEventListener("toggle", () => details.open && draw());
  let waiting = 0; // a list of hundreds is drawn when the hands rest
  return {
    update(label) {
      active = label;
      const name = reading().labels.find(({ id }) => id === label)?.name ?? "";
      if (title) title.textContent = `${name}: ${count(reading().marks.filter((mark) => mark.label === label).length, "mark")}`;
      clearTimeout(waiting);
      if (details.open) waiting = setTimeout(draw, 150);
    },
  };
}
