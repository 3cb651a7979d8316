// The text marked: one label at a time, by mouse, touch or keyboard, with the very hands of the exercises.

import { chooseWords } from "../../kinds/mark/choosing.js";
import { marked, unmarked } from "../../reader/marks.js";
import { pieceAt } from "../../reader/mending.js";
import { cardOf } from "./card.js";
import { labelsOf } from "./labels.js";
import { layOut, wordsAt } from "./laying.js";
import { element } from "./making.js";
import { listOf } from "./marklist.js";
import { painter } from "./painting.js";
import { promptsOf } from "./prompting.js";

/** @import { Chooser } from "../../kinds/mark/types" */
/** @import { Mark } from "../../reader/types" */
/** @import { Laid, Painter, Step, Table } from "./types" */

/** @type {(table: Table) => Step & {point(start: number): void}} */
export function markStep(table) {
  const { root, reading, points, change, say } = table;
  const panel = root.querySelector('[data-panel="mark"]');
  /** @type {Laid} */
  let laid;
  /** @type {Painter} */
  let paints;
  /** @type {Chooser} */
  let chooser;
  /** @type {string | null} */
  let chosen = null; // the mark whose card is open

  const labels = labelsOf(table, () => {
    chosen = null;
    update();
  });
  const card = cardOf(table, {
    close() {
      chosen = null;
      update();
      panel.querySelector(".wss-passage").focus({ preventScroll: true });
    },
    takeAway: (mark) => unmark(mark.start, mark.end, mark.label),
  });
  const list = listOf(table, (mark) => {
    open(mark);
    point(mark.start);
    card.focus();
  });

  const prompts = promptsOf(table, {
    label: () => labels.active(),
    look: point,
    mark: (span) => change({ marks: marked(reading().marks, labels.active(), span).marks }, `Marked as ${labels.name()}.`),
  });

  function show() {
    const box = element("div", { class: "wss-passage", translate: "no" });
    panel.querySelector(".wss-passage").replaceWith(box);
    laid = layOut(box, reading(), points(), table.parts()[table.part()]);
    paints = painter(laid, reading().labels.map(({ id }) => id));
    chooser = chooseWords(box, laid.words, {
      name: "Your text, to mark",
      sentences: laid.sentences,
      quoted,
      say,
      runAt: (n) => {
        const mark = markAt(n);
        return mark ? wordsAt(laid.places, mark.start, mark.end) ?? undefined : undefined;
      },
      whole: (from, to) => reading().marks.some((mark) => mark.label === labels.active() && mark.start <= laid.places[from].start && laid.places[to].end <= mark.end),
      again(from) {
        const mark = markAt(from);
        if (mark) open(mark);
        card.focus();
      },
      mark,
      unmark: (from, to) => unmark(laid.places[from].start, laid.places[to].end, labels.active()),
      label: (number) => labels.choose(number),
    });
    update();
  }

  /** What is marked there by the label in use. @param {number} n */
  const markAt = (n) => reading().marks.find(({ label, start, end }) => label === labels.active() && start < laid.places[n].end && laid.places[n].start < end);
  /** @type {(from: number, to: number) => string} */
  const quoted = (from, to) => laid.words.slice(from, to + 1).map((word, n) => word.textContent + (n < to - from ? String(laid.gaps[from + n].textContent) : "")).join("");

  /** @type {(from: number, to: number) => void} */
  function mark(from, to) {
    const span = { start: laid.places[from].start, end: laid.places[to].end };
    const done = marked(reading().marks, labels.active(), span);
    chosen = done.mark.id;
    change({ marks: done.marks }, `Marked as ${labels.name()}: ${quoted(from, to)}.`);
  }

  /** @type {(start: number, end: number, label: string) => void} */
  function unmark(start, end, label) {
    chosen = null;
    change({ marks: unmarked(reading().marks, label, { start, end }) }, "Taken away. “Undo” brings it back.");
  }

  /** @param {Mark} mark */
  function open(mark) {
    chosen = mark.id;
    labels.choose(reading().labels.findIndex(({ id }) => id === mark.label));
    chosen = mark.id;
    update();
  }

  /** @param {number} start */
  function point(start) {
    const part = table.parts()[table.part()];
    if (start < part[0].start || start >= part[part.length - 1].end) return table.goTo(start);
    const n = laid.places.findIndex(({ end }) => start < end);
    chooser.goTo(n);
    laid.words[n].scrollIntoView({ block: "center", behavior: "instant" });
  }

  function update() {
    if (!laid || !reading()) return;
    labels.update();
    paints.paint(reading().marks, labels.active(), reading().labels.map(({ id }) => id));
    const mark = reading().marks.find(({ id }) => id === chosen) ?? null;
    card.show(mark, mark ? pieceAt(reading().cut, mark.start) : -1);
    list.update(labels.active());
    prompts.update();
  }

  return { show, update, point };
}
