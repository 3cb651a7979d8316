// A passage to mark: its words, which of them are the key, and which only tempt.

import { named } from "../../reader/mending.js";
import { countPoints } from "../../reader/points.js";
import { joinedLines, wordPlaces } from "./asking.js";
import { line, toldRows } from "./fields.js";

/** @import { Mark, Reading } from "../../reader/types" */
/** @import { Anchor, Row, Sketch } from "./types" */

const NUMERAL = /[\p{L}\p{N}_]*\p{Nd}[\p{L}\p{N}_.,:/%]*[\p{L}\p{N}_]|\p{Nd}/u;
const ARTICLE = /^(?:an?|the)\s+/i;
const EDGES = /^[^\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_%]+$/gu;

/** The pieces of the text in a span. @type {(reading: Reading, span: [number, number]) => ReturnType<typeof named>} */
export const piecesIn = ({ cut }, [start, end]) => named(cut).filter((piece) => piece.start < end && start < piece.end);

/** A passage to mark, a line a sentence. @type {(reading: Reading, span: [number, number]) => string} */
export function linesIn(reading, span) {
  const { slice } = countPoints(reading.words);
  return piecesIn(reading, span).map(({ start, end }) => slice(start, end).replaceAll("\n", " ").trim()).join("\n");
}

/** What is marked in the passage of a sketch, with its anchor in the words joined; of two marks on one word the first stays. @type {(sketch: Sketch, reading: Reading) => [Mark, Anchor & {head?: string}][]} */
export function marksIn(sketch, reading) {
  const span = /** @type {[number, number]} */ (sketch.span);
  const { slice } = countPoints(reading.words);
  const joined = joinedLines(linesIn(reading, span));
  const spots = wordPlaces(joined);
  const places = piecesIn(reading, span).flatMap((piece) => wordPointsIn(slice(piece.start, piece.end), piece.start)); // the same words, in code points of the text
  let reached = -1;
  return [...reading.marks].filter(({ label }) => sketch.labels.includes(label)).sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)).flatMap((mark) => {
    const touched = places.flatMap(([a, b], n) => (a < mark.end && mark.start < b ? [n] : []));
    if (!touched.length || touched[0] <= reached) return [];
    reached = touched[touched.length - 1];
    const whole = joined.slice(spots[touched[0]][0], spots[reached][1]);
    const exact = whole.replace(EDGES, "") || whole;
    const start = joined.indexOf(exact, spots[touched[0]][0]);
    return [[mark, { ...anchored(joined, start, exact), ...headOf(mark, exact, sketch.heads?.[mark.id]) }]];
  });
}

/** Where the words of a piece stand, in code points. @type {(text: string, start: number) => number[][]} */
function wordPointsIn(text, start) {
  const { point } = countPoints(text);
  return wordPlaces(text).map(([a, b]) => [start + point(a), start + point(b)]);
}

/** The words, with as much around them as it takes to find them in one place. @type {(text: string, start: number, exact: string) => Anchor} */
function anchored(text, start, exact) {
  for (let many = 0; ; many = many * 2 + 1) {
    const [prefix, suffix] = [text.slice(Math.max(0, start - many), start), text.slice(start + exact.length, start + exact.length + many)];
    const whole = prefix + exact + suffix;
    if (text.indexOf(whole) === text.lastIndexOf(whole)) return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  }
}

/** Which words count: those that are chosen, of a number its figures, and else all but an article. @type {(mark: Mark, exact: string, chosen?: string) => {head?: string}} */
function headOf({ label }, exact, chosen) {
  if (wordPlaces(exact).length === 1) return {};
  if (line(chosen)) return { head: line(chosen) };
  const core = label === "number" ? NUMERAL.exec(exact)?.[0] : exact.replace(ARTICLE, "");
  return { head: core && exact.split(core).length === 2 ? core : exact };
}

/** Words that tempt, wherever they stand outside the key, or else wherever they stand. @type {(rows: Row[], joined: string, marks: Anchor[]) => (Anchor & {feedback: string})[]} */
export function decoysIn(rows, joined, marks) {
  const taken = marks.map(({ exact, prefix = "", suffix = "" }) => joined.indexOf(prefix + exact + suffix) + prefix.length);
  return toldRows(rows, "d").flatMap(({ text, why }) => {
    const feedback = why || "The key has no mark on these words alone.";
    const places = [...joined.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu"))].map(({ index }) => index);
    const open = places.filter((at) => !marks.some(({ exact }, n) => taken[n] < at + text.length && at < taken[n] + exact.length));
    if (!places.length) return [{ exact: text, feedback }];
    return (open.length ? open : places).map((at) => ({ ...anchored(joined, at, text), feedback }));
  });
}
