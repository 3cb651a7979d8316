// A first draft of each kind of exercise, from what is marked; everything in it can be changed.

import { readNumber } from "../../kinds/grammar.js";
import { overlap } from "../../reader/marks.js";
import { named, pieceAt } from "../../reader/mending.js";
import { countPoints } from "../../reader/points.js";
import { SORT_NAMES } from "../yourtext/sorts.js";

/** @import { Mark, Reading } from "../../reader/types" */
/** @import { Made, Row, Sketch } from "./types" */

const MOST_ASKED = 250;
const MOST_ROWS = 6;
/** @type {Record<Made, string>} */
export const KIND_NAMES = { mark: "Mark words", choose: "Choose one", "choose-all": "Choose all that fit", judge: "Judge by evidence", sort: "Sort", number: "Work out a number", write: "Write" };
const FAIR = ["supports", "contradicts", "supports", "contradicts", "open"]; // whoever believes everything earns nothing
export const RUBRIC = ["It says who says so.", "It says how they know, or that this is not said.", "It claims no more than the text does."];

/** @type {(kind: Made, reading: Reading, taken: string[]) => Sketch} */
export function sketchOf(kind, reading, taken) {
  let number = 1;
  while (taken.includes(`${kind}-${number}`)) number += 1;
  const blank = { id: `${kind}-${number}`, kind, title: KIND_NAMES[kind] + (number > 1 ? ` ${number}` : ""), prompt: "", span: null, rows: [], said: {}, labels: [], why: {} };
  const [text, cut] = [countPoints(reading.words), reading.cut];
  const of = (/** @type {string} */ label) => reading.marks.filter((mark) => mark.label === label).sort((a, b) => a.start - b.start);
  const words = (/** @type {Mark} */ { start, end }) => text.slice(start, end).replace(/[\s.,;:]+$/, "");
  const sentence = (/** @type {Mark | undefined} */ mark) => {
    const piece = mark && cut[pieceAt(cut, mark.start)];
    return piece ? /** @type {[number, number]} */ ([piece.start, piece.end]) : null;
  };
  const voices = of("voice");
  const speaker = (/** @type {Mark} */ mark) => mark.attribution?.speaker || words(mark);
  const distinct = [...new Map(voices.map((mark) => [speaker(mark), mark])).keys()];
  const padded = (/** @type {Row[]} */ rows, /** @type {number} */ least) => [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, () => ({}))];

  /** @type {Record<Made, () => Partial<Sketch>>} */
  const drafts = {
    mark() {
      const span = passageOf(reading);
      const used = reading.labels.filter(({ id }) => reading.marks.some((mark) => mark.label === id && overlap(mark, { start: span[0], end: span[1] })));
      const rules = used.flatMap(({ name, rule }) => (rule ? [`${name}: ${rule}`] : []));
      return { span, labels: used.map(({ id }) => id), prompt: [...rules, "Mark every place that a label fits."].join("\n\n") };
    },
    choose: () => ({ prompt: "Who says so?", span: sentence(voices[0]), rows: padded(distinct.slice(0, 4).map((one, n) => ({ text: one, credit: n ? "0" : "1" })), 3) }),
    "choose-all": () => ({ prompt: "Whom does the text name as saying something?", rows: padded(distinct.slice(0, 3).map((one) => ({ text: one, right: "yes" })), 6) }),
    judge: () => ({ prompt: "What does the text do to each claim?", span: passageOf(reading), rows: FAIR.map((verdict) => ({ verdict })) }),
    sort() {
      const sorted = voices.filter((mark) => mark.attribution?.sort).slice(0, MOST_ROWS);
      const sorts = [...new Set(sorted.map((mark) => String(mark.attribution?.sort)))];
      if (sorts.length > 1) return { prompt: "What sort of source is each?", said: { classes: sorts.map((one) => SORT_NAMES[one]).join("\n") }, rows: sorted.map((mark) => ({ text: words(mark), class: `k${sorts.indexOf(String(mark.attribution?.sort)) + 1}` })) };
      const all = cut.filter(({ role }) => role === "sentence").map((piece) => ({ piece, class: voices.some((mark) => overlap(mark, piece)) ? "k1" : "k2" }));
      const some = ["k1", "k2"].flatMap((one) => all.filter((each) => each.class === one).slice(0, MOST_ROWS / 2));
      return { prompt: "Does each sentence say who says so?", said: { classes: "It says who\nIt names nobody" },
        rows: all.filter((each) => some.includes(each)).map(({ piece, ...row }) => ({ text: text.slice(piece.start, piece.end).replaceAll("\n", " "), ...row })) };
    },
    number() {
      const mark = of("number").find((one) => /\d/.test(words(one))) ?? of("number")[0];
      const found = mark && /(\d[\d.,]*)\s*(.*)/.exec(words(mark));
      const value = found && readNumber(found[1].replace(/[.,]$/, "")) !== null ? found[1].replace(/[.,]$/, "") : "";
      const alike = of("number").map((one) => /^(\d[\d.,]*\d|\d)\s*(.*)/.exec(words(one))).filter((one) => one && [found?.[2], ""].includes(one[2]));
      const all = alike.flatMap((one) => readNumber(one?.[1]) ?? []);
      const range = /** @type {Record<string, string>} */ (all.length > 1 ? { low: String(Math.min(...all)), high: String(Math.max(...all)) } : {});
      return { prompt: "How many does the text give?", span: sentence(mark), said: { unit: found?.[2] ?? "", ...range }, rows: padded(value ? [{ from: value, credit: "1" }] : [], 2) };
    },
    write() {
      const loaded = [...new Set(of("loaded").map(words))].slice(0, MOST_ROWS);
      const numbers = of("number").filter((mark) => !voices.some((voice) => pieceAt(cut, voice.start) === pieceAt(cut, mark.start)));
      return { prompt: "Rewrite this, so that a reader sees who says so and how they know.", span: sentence(numbers[0] ?? of("number")[0]) ?? firstSentence(reading), said: { words: "40", rubric: RUBRIC.join("\n") },
        rows: loaded.length ? [{ does: "lacks", words: loaded.join(", ") }] : [] };
    },
  };
  return { ...blank, ...drafts[kind]() };
}

/** @type {(reading: Reading) => [number, number] | null} */
function firstSentence({ cut }) {
  const piece = cut.find(({ role }) => role === "sentence") ?? cut[0];
  return piece ? [piece.start, piece.end] : null;
}

/** The whole text where it is short, else the stretch of paragraphs with the most marks. @type {(reading: Reading) => [number, number]} */
export function passageOf({ words, cut, marks }) {
  const { slice } = countPoints(words);
  const first = Math.max(0, cut.findIndex(({ role }) => role !== "heading"));
  const counts = cut.map(({ start, end }) => (slice(start, end).match(/[^\s—–]+/g) ?? []).length);
  const opens = named(cut).flatMap((piece, n, all) => (!n || piece.paragraph !== all[n - 1].paragraph || piece.role !== all[n - 1].role ? [n] : []));
  let [best, most] = [/** @type {[number, number]} */ ([cut[first].start, cut[cut.length - 1].end]), -1];
  if (counts.slice(first).reduce((sum, one) => sum + one, 0) <= MOST_ASKED) return best;
  for (const from of opens) {
    const to = opens.filter((n) => n > from && counts.slice(from, n).reduce((sum, one) => sum + one, 0) <= MOST_ASKED).pop() ?? from + 1;
    const span = /** @type {[number, number]} */ ([cut[from].start, cut[to - 1].end]);
    const inside = marks.filter(({ start, end }) => span[0] <= start && end <= span[1]).length;
    if (inside > most) [best, most] = [span, inside];
  }
  return best;
}
