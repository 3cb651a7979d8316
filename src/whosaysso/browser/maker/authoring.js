// From the forms and the marks to an exercise as an author writes it. What nobody has said yet is filled with what a
// machine can say truly: what the key has. The marks of the text are the key of a `mark`, and stay so when they change.

import { readNumber } from "../../kinds/grammar.js";
import { hashText } from "../../reader/hashing.js";
import { named } from "../../reader/mending.js";
import { normalText } from "../../reader/normal.js";
import { countPoints } from "../../reader/points.js";
import { joinedLines, wordPlaces } from "./asking.js";

/** @import { Mark, Reading } from "../../reader/types" */
/** @import { Authored, Bundle, Row, Sketch } from "./types" */

const NUMERAL = /[\p{L}\p{N}_]*\p{Nd}[\p{L}\p{N}_.,:/%]*[\p{L}\p{N}_]|\p{Nd}/u;
const EDGES = /^[^\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_%]+$/gu;
const CREDITS = /** @type {Record<string, string>} */ ({ 1: "right", "0.5": "partly right", 0: "wrong" });

/** What a text tells of itself, in one line. @param {Reading} reading */
export function originOf({ provenance: { title, author, outlet, date, place } }) {
  return [title, author, outlet, date, place].filter(Boolean).join(", ") || "A text that does not say where it comes from.";
}

/** The pieces of the text in a span. @type {(reading: Reading, span: [number, number]) => ReturnType<typeof named>} */
export const piecesIn = ({ cut }, [start, end]) => named(cut).filter((piece) => piece.start < end && start < piece.end);

/** A place of the text, and what the text tells of itself. @type {(reading: Reading, span: [number, number]) => string} */
export function placeLine(reading, span) {
  const ids = piecesIn(reading, span).map(({ id }) => id);
  const where = ids.length > 1 ? `${ids[0]} to ${ids[ids.length - 1]}` : ids[0] ?? "";
  return `${where}: ${originOf(reading)}`;
}

/** The words of a span, its paragraphs apart. @type {(reading: Reading, span: [number, number]) => string} */
export function wordsIn(reading, span) {
  const { slice } = countPoints(reading.words);
  return piecesIn(reading, span).map(({ start, end, paragraph, role }, n, all) =>
    (!n ? "" : all[n - 1].paragraph === paragraph && all[n - 1].role === role ? " " : "\n\n") + slice(start, end).replaceAll("\n", " ")).join("");
}

/** A passage to mark, a line a sentence. @type {(reading: Reading, span: [number, number]) => string} */
export function linesIn(reading, span) {
  const { slice } = countPoints(reading.words);
  return piecesIn(reading, span).map(({ start, end }) => slice(start, end).replaceAll("\n", " ").trim()).join("\n");
}

const tidy = (/** @type {string | undefined} */ text) => normalText(text ?? "");
const line = (/** @type {string | undefined} */ text) => tidy(text).replaceAll("\n", " ");
const linesOf = (/** @type {string | undefined} */ text) => tidy(text).split("\n").map((one) => one.trim()).filter(Boolean);
/** Rows that say something, each with an id. @type {(rows: Row[], sign: string, name?: string) => (Row & {id: string})[]} */
const toldRows = (rows, sign, name = "text") => rows.map((row, n) => ({ ...row, [name]: line(row[name]), why: tidy(row.why), id: `${sign}${n + 1}` })).filter((row) => row[name]);

/** @type {(sketch: Sketch, reading: Reading) => {text: string, origin: string} | {}} */
const spanShown = ({ span }, reading) => (span ? { text: wordsIn(reading, span), origin: placeLine(reading, span) } : {});
/** The three verdicts, each told the same. @param {string} why */
const alike = (why) => ({ supports: why, contradicts: why, open: why });

/** @type {Record<string, (sketch: Sketch, reading: Reading) => Record<string, any>>} */
const FILLED = {
  choose: (sketch, reading) => ({ ...spanShown(sketch, reading), options: toldRows(sketch.rows, "o").map(({ id, text, credit = "0", why }) =>
    ({ id, text, credit: Number(credit), feedback: why || `The key has this answer as ${CREDITS[credit]}.` })) }),
  "choose-all": (sketch, reading) => ({ ...spanShown(sketch, reading), options: toldRows(sketch.rows, "o").map(({ id, text, right, why }) =>
    ({ id, text, right: right === "yes", feedback: why || `The key has this as one that ${right === "yes" ? "fits" : "does not fit"}.` })) }),
  judge: (sketch, reading) => ({
    evidence: sketch.span ? [{ text: wordsIn(reading, sketch.span), origin: placeLine(reading, sketch.span) }] : [],
    claims: toldRows(sketch.rows, "c").map(({ id, text, verdict = "open", why }) => ({ id, text, verdict, feedback: alike(why || `The key has: ${{ supports: "supports it", contradicts: "contradicts it", open: "cannot tell" }[verdict]}.`) })),
  }),
  sort(sketch) {
    const classes = linesOf(sketch.said.classes).map((label, n) => ({ id: `k${n + 1}`, label }));
    const first = classes[0]?.id ?? "k1";
    return { classes, statements: toldRows(sketch.rows, "s").map(({ id, text, class: chosen = first, why }) => {
      const fits = classes.find((one) => one.id === chosen) ?? { id: first, label: classes[0]?.label ?? "" };
      const reason = why || `The key has this as “${fits.label}”.`;
      return { id, text, class: fits.id, feedback: { [fits.id]: reason, otherwise: reason } };
    }) };
  },
  number(sketch, reading) {
    const bands = toldRows(sketch.rows, "b", "from").flatMap(({ from, to, credit = "1", why }) => {
      const [low, high] = [readNumber(from), readNumber(line(to) || from)];
      return low === null || high === null ? [] : [{ from: low, to: high, credit: Number(credit), feedback: why || `The key has this number as ${CREDITS[credit]}.` }];
    });
    return { ...spanShown(sketch, reading), unit: line(sketch.said.unit), bands, otherwise: { feedback: tidy(sketch.said.otherwise) || "The key has another number." } };
  },
  write: (sketch, reading) => ({ ...spanShown(sketch, reading), words: Math.round(Math.min(400, Math.max(5, readNumber(sketch.said.words) ?? 60))),
    rubric: linesOf(sketch.said.rubric).map((text, n) => ({ id: `r${n + 1}`, text })), model: tidy(sketch.said.model) }),
  mark(sketch, reading) {
    if (!sketch.span) return { text: "", labels: [], marks: [], otherwise: "" };
    const asked = reading.labels.filter(({ id }) => sketch.labels.includes(id));
    const marks = marksIn(sketch, reading);
    return {
      text: linesIn(reading, sketch.span),
      origin: placeLine(reading, sketch.span),
      labels: asked.filter(({ id }) => marks.some(({ label }) => label === id)).map(({ id, name }) => ({ id, label: name })),
      marks: marks.map(({ label, why, ...anchor }) => {
        const key = `The key has “${anchor.exact}” as “${asked.find(({ id }) => id === label)?.name}”.`;
        return { label, ...anchor, found: why || key, missed: why ? `${key} ${why}` : key };
      }),
      otherwise: tidy(sketch.said.otherwise) || "The key has these words under no label.",
    };
  },
};

/** What is marked in the passage of a sketch: anchors in its words joined; of two marks on one word the first stays. @type {(sketch: Sketch, reading: Reading) => {label: string, exact: string, prefix?: string, suffix?: string, head?: string, why: string}[]} */
function marksIn(sketch, reading) {
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
    return [{ label: mark.label, ...anchored(joined, start, exact), ...headOf(mark, exact), why: tidy(sketch.why[mark.id] ?? mark.note) }];
  });
}

/** Where the words of a piece stand, in code points. @type {(text: string, start: number) => number[][]} */
function wordPointsIn(text, start) {
  const { point } = countPoints(text);
  return wordPlaces(text).map(([a, b]) => [start + point(a), start + point(b)]);
}

/** The words, with as much around them as it takes to find them in one place. @type {(text: string, start: number, exact: string) => {exact: string, prefix?: string, suffix?: string}} */
function anchored(text, start, exact) {
  for (let many = 0; ; many = many * 2 + 1) {
    const [prefix, suffix] = [text.slice(Math.max(0, start - many), start), text.slice(start + exact.length, start + exact.length + many)];
    const whole = prefix + exact + suffix;
    if (text.indexOf(whole) === text.lastIndexOf(whole)) return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  }
}

/** Which words count: of a number its figures, and else all of them. @type {(mark: Mark, exact: string) => {head?: string}} */
function headOf({ label }, exact) {
  if (wordPlaces(exact).length === 1) return {};
  const figures = label === "number" ? NUMERAL.exec(exact)?.[0] : undefined;
  return { head: figures && exact.split(figures).length === 2 ? figures : exact };
}

/** What stands first in a form is often what is right, so the order is drawn anew, for each set and exercise the same. @type {(parts: {id: string}[], seed: string) => {id: string}[]} */
const mixed = (parts, seed) => parts.map((part) => ({ part, at: hashText(`${seed} ${part.id}`) })).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ part }) => part);

/** @type {(sketch: Sketch, bundle: Bundle, reading: Reading) => Authored} */
export function authoredOf(sketch, { book, reads }, reading) {
  const parts = FILLED[sketch.kind](sketch, reading);
  for (const name of ["options", "claims", "statements"]) if (parts[name]) parts[name] = mixed(parts[name], `${book} ${sketch.id}`);
  return /** @type {any} */ ({ id: sketch.id, kind: sketch.kind, title: line(sketch.title) || "Exercise", prompt: tidy(sketch.prompt), reads, ...parts });
}
