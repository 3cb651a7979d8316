// What the marks show: the strip, who speaks, numbers with and without an owner, and every sentence. Never a score.

import { findingSeen, numbersSeen, sentencesSeen, voicesSeen } from "../../reader/seeing.js";
import { SORT_NAMES } from "./sorts.js";
import { element, pressable, tableOf } from "./making.js";
import { stripOf } from "./strip.js";

/** @import { Step, Table } from "./types" */

const KEY = [["P", "a party"], ["W", "a witness or expert"], ["R", "a record"], ["r", "a relay"], ["u", "without names"], ["n", "nobody named"], ["o", "something else"], ["·", "sort not said"]];

/** @type {(table: Table) => Step} */
export function seeStep({ root, reading, points, goTo }) {
  const panel = root.querySelector(".wss-seen");

  function show() {
    const [seen, voices, numbers] = [sentencesSeen(reading(), points()), voicesSeen(reading(), points()), numbersSeen(reading(), points())];
    const finding = findingSeen(seen, numbers);
    const marked = seen.some(({ by }) => Object.keys(by).length);
    panel.replaceChildren(element("p", { class: "wss-finding" }, finding), ...(marked ? [
      element("figure", {}, stripOf(seen, finding, Math.max(260, Math.min(640, panel.clientWidth))), legend()),
      wide("Who speaks", voices.length ? tableOf("Who speaks", ["Who", "How often", "Sort", "Where"], voices.map(({ speaker, said, sorts, places }) =>
        [speaker + (said ? "" : " (its words; who it is you have not said)"), String(places.length), sorts.map((sort) => SORT_NAMES[sort]).join("; "), places.join(", ")])) : "Nobody is marked as speaking."),
      wide("Numbers", numbers.length ? tableOf("Numbers, and whose they are", ["Number", "Where", "Who says so", "Known how"], numbers.map(({ words, place, owner, near, card }) =>
        [words, place, owner || (near ? `in its sentence: ${near}` : "nobody"), card.how_known ?? "not said"])) : "No number is marked."),
      element("details", {}, element("summary", { "data-lm-suppress-shortcuts": "true" }, "Sentence by sentence"), wide("Sentence by sentence", sentences(seen))),
    ] : []));
  }

  /** @param {ReturnType<typeof sentencesSeen>} seen */
  function sentences(seen) {
    const labels = reading().labels.filter(({ id }) => id !== "voice" && seen.some(({ by }) => by[id]));
    return tableOf("Every sentence, in order", ["Sentence", "Words", "Who speaks", ...labels.map(({ name }) => name)], seen.map(({ id, words, start, speakers, by }) =>
      [pressable(id, () => goTo(start), { "aria-label": `Go to ${id}` }), String(words), speakers.join("; ") || "nobody", ...labels.map((label) => (by[label.id] ?? []).join("; "))]));
  }

  return { show, update: show };
}

/** What scrolls sideways where it is too wide, and can be reached by keyboard. @type {(name: string, child: Node | string) => HTMLElement} */
export const wide = (name, child) => (typeof child === "string" ? element("p", {}, child) : element("div", { class: "wss-wide", tabindex: "0", role: "group", "aria-label": name }, child));

function legend() {
  return element("figcaption", {}, "One box a sentence, as long as its words. ",
    ...KEY.flatMap(([letter, words]) => [element("b", {}, letter), ` ${words}, `]), "empty: nobody. Circle: a hedge. Triangle: a loaded word. Line below: a number.");
}
