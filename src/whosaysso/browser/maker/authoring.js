// From the forms and the marks to an exercise as an author writes it. What nobody has said yet is filled with what a
// machine can say truly: what the key has. The marks of the text are the key of a `mark`, and stay so when they change.

import { readNumber, readWords } from "../../kinds/grammar.js";
import { hashText } from "../../reader/hashing.js";
import { countPoints } from "../../reader/points.js";
import { joinedLines } from "./asking.js";
import { line, linesOf, tidy, toldRows } from "./fields.js";
import { decoysIn, linesIn, marksIn, piecesIn } from "./passages.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Authored, Bundle, Row, Sketch } from "./types" */

const NEAR = 12; // words between what is looked for together, as the book’s own checks have it
const CREDITS = /** @type {Record<string, string>} */ ({ 1: "right", "0.5": "partly right", 0: "wrong" });

/** What a text tells of itself, in one line. @param {Reading} reading */
export function originOf({ provenance: { title, author, outlet, date, place } }) {
  return [title, author, outlet, date, place].filter(Boolean).join(", ") || "A text that does not say where it comes from.";
}

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
    const { said } = sketch;
    const shown = { ...spanShown(sketch, reading), unit: line(said.unit) };
    if (said.asks === "range") return { ...shown, range: rangeOf(said) };
    const bands = toldRows(sketch.rows, "b", "from").map(({ from, to, credit = "1", why }) =>
      ({ from: readNumber(from), to: readNumber(line(to) || from), credit: Number(credit), feedback: why || `The key has this number as ${CREDITS[credit]}.` }));
    return { ...shown, bands, otherwise: { feedback: tidy(said.otherwise) || "The key has another number." } };
  },
  write(sketch, reading) {
    const [most, least] = [within(5, 400, sketch.said.words, 60), within(1, 400, sketch.said.least, 1)];
    const checks = toldRows(sketch.rows, "c", "words").filter(({ words }) => phrasesOf(words).length).map(checkOf);
    return { ...spanShown(sketch, reading), words: most, ...(least > 1 && { least }), ...(checks.length && { checks }),
      rubric: linesOf(sketch.said.rubric).map((text, n) => ({ id: `r${n + 1}`, text })), model: tidy(sketch.said.model) };
  },
  mark(sketch, reading) {
    if (!sketch.span) return { text: "", labels: [], marks: [], otherwise: "" };
    const asked = reading.labels.filter(({ id }) => sketch.labels.includes(id));
    const [marks, text] = [marksIn(sketch, reading), linesIn(reading, sketch.span)];
    const decoys = decoysIn(sketch.rows, joinedLines(text), marks.map(([, anchor]) => anchor));
    return {
      text,
      origin: placeLine(reading, sketch.span),
      labels: asked.filter(({ id }) => marks.some(([{ label }]) => label === id)).map(({ id, name }) => ({ id, label: name })),
      marks: marks.map(([{ id, label, note }, anchor]) => {
        const why = tidy(sketch.why[id] ?? note);
        const key = `The key has “${anchor.exact}” as “${asked.find((one) => one.id === label)?.name}”.`;
        return { label, ...anchor, found: why || key, missed: why ? `${key} ${why}` : key };
      }),
      ...(decoys.length && { decoys }),
      otherwise: tidy(sketch.said.otherwise) || "The key has these words under no label.",
    };
  },
};

/** A whole number between two others. @type {(low: number, high: number, text: string | undefined, usual: number) => number} */
const within = (low, high, text, usual) => Math.round(Math.min(high, Math.max(low, readNumber(text) ?? usual)));

/** The range that the text leaves; an answer may be as wide, where nothing else is said. @param {Record<string, string>} said */
function rangeOf(said) {
  const [low, high] = [readNumber(said.low), readNumber(said.high)];
  const widest = line(said.widest) ? readNumber(said.widest) : low === null || high === null ? null : high - low;
  const tell = (/** @type {string} */ name, /** @type {string} */ key) => tidy(said[name]) || `The key has ${key}.`;
  return { low, high, widest, feedback: { right: tell("right", "this range"), narrow: tell("narrow", "numbers that this range leaves out"), wide: tell("wide", "a narrower range") } };
}

/** What a machine looks for in a text: one of some words, near one of others where these are named, or none of them. @param {Row} row */
function checkOf({ id, does, words, near, why }) {
  const [some, others] = [phrasesOf(words), phrasesOf(near)];
  const quoted = (/** @type {string[]} */ all) => all.map((one) => `“${one.replace(/\*$/, "…")}”`).join(" or ");
  if (does === "lacks") return { id, label: `Does it do without ${quoted(some)}?`, without: some, met: "None of these words is in it.", unmet: why || "The writer says these words, and nobody is quoted for them." };
  const label = others.length ? `Does ${quoted(some)} stand near ${quoted(others)}?` : `Is ${quoted(some)} in it?`;
  return { id, label, words: others.length ? [some, others] : [some], ...(others.length && { within: NEAR }), met: "It is there.", unmet: why || "It was not found." };
}

/** Phrases with commas between, as they are looked for; a star stands for any ending. @param {string | undefined} text */
const phrasesOf = (text) => line(text).split(",").map((phrase) => readWords(phrase).join(" ") + (/\*\s*$/.test(phrase) ? "*" : "")).filter((phrase) => /[^*]/.test(phrase));

/** What stands first in a form is often what is right, so the order is drawn anew, for each set and exercise the same. @type {(parts: {id: string}[], seed: string) => {id: string}[]} */
const mixed = (parts, seed) => parts.map((part) => ({ part, at: hashText(`${seed} ${part.id}`) })).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ part }) => part);

/** @type {(sketch: Sketch, bundle: Bundle, reading: Reading) => Authored} */
export function authoredOf(sketch, { book, reads }, reading) {
  const parts = FILLED[sketch.kind](sketch, reading);
  for (const name of ["options", "claims", "statements"]) if (parts[name]) parts[name] = mixed(parts[name], `${book} ${sketch.id}`);
  return /** @type {any} */ ({ id: sketch.id, kind: sketch.kind, title: line(sketch.title) || "Exercise", prompt: tidy(sketch.prompt), reads, ...parts });
}
