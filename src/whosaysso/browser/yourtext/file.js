// A reading as a file and back: the text with its hash, the cut, and every mark as a W3C Web Annotation.
// The twin of reader/reading.py. What does not fit is refused with a sentence, before anything here has changed.

import { isObject } from "../../kinds/verdict.js";
import { hashText } from "../../reader/hashing.js";
import { normalText } from "../../reader/normal.js";
import { countPoints } from "../../reader/points.js";
import { isId, isMoment } from "../record.js";
import { decoded, parsed } from "../strict.js";

/** @import { Fields, Mark, Piece, Reading } from "../../reader/types" */

const FORMAT = "who-says-so/reading/";
const AROUND = 32;
export const LONGEST = 1_000_000; // code points
const LARGEST_READING = 5_000_000; // bytes
export const CARDS = { attribution: ["speaker", "sort"], number: ["says", "counts", "where_when", "how_known", "settles"] };
export const CARD_OF_TEXT = ["title", "author", "outlet", "date", "place", "look_up", "quoted", "address", "found", "note"];
export const SORTS = ["", "party", "witness", "record", "relay", "unnamed", "nobody", "other"];

/** @type {(reading: Reading) => object} */
export function readingFile({ words, sha256, language, provenance, cut, labels, marks, readers, code }) {
  const points = countPoints(words);
  const inOrder = [...marks].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  return {
    format: `${FORMAT}1`,
    text: { words, sha256, language },
    provenance,
    cut,
    labels,
    annotations: inOrder.map((mark) => annotation(mark, sha256, points)),
    readers,
    code,
    saved: new Date().toISOString(),
  };
}

/** @type {(mark: Mark, sha256: string, points: ReturnType<typeof countPoints>) => object} */
function annotation({ id, label, start, end, created, modified, note, attribution, number }, sha256, { slice, length }) {
  const said = (/** @type {string} */ purpose, /** @type {string} */ value) => ({ type: "TextualBody", purpose, value });
  const card = attribution ? { attribution } : number ? { number } : null;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:uuid:${id}`,
    type: "Annotation",
    motivation: "classifying",
    created,
    ...(modified ? { modified } : {}),
    body: [said("classifying", label), ...(note ? [said("commenting", note)] : []), ...(card ? [{ type: "Dataset", purpose: "describing", ...card }] : [])],
    target: {
      source: `urn:sha256:${sha256}`,
      selector: [
        { type: "TextPositionSelector", start, end },
        { type: "TextQuoteSelector", exact: slice(start, end), prefix: slice(Math.max(0, start - AROUND), start), suffix: slice(end, Math.min(length, end + AROUND)) },
      ],
    },
  };
}

const REFUSED = /** @type {Record<string, string>} */ ({
  binary: "This file is not text. A reading is a file that ends in .json, as this page saves it.",
  damaged: "This file is damaged: it breaks off, or something was written into it. Save the reading anew where it was made.",
  number: "This file is damaged: a number in it is too long.",
  twice: "This file is damaged: something stands in it twice.",
  foreign: "This is not a reading of a text. A file of answers is loaded at the foot of the pages with exercises.",
  newer: "This reading was saved by a newer edition of the book.",
  fields: "This reading cannot be used: something in it is missing, or is not what it should be.",
  text: "This reading cannot be used: its text was changed after it was saved, so its marks would not fit.",
  cut: "This reading cannot be used: its sentences do not fit its text.",
  large: "This file is too large for a reading: it has more than 5 MB.",
  marks: "This reading cannot be used: a mark in it does not fit its text.",
});

/** Throws an error whose message is a sentence for the reader. @type {(bytes: DataView) => Reading} */
export function openReading(bytes) {
  try {
    need(bytes.byteLength <= LARGEST_READING, "large");
    return readingOf(parsed(decoded(bytes)[0]));
  } catch (error) {
    throw new Error(REFUSED[/** @type {Error} */ (error).message] ?? REFUSED.fields);
  }
}

/** @type {(holds: unknown, name: string) => void} */
const need = (holds, name) => {
  if (!holds) throw new Error(name);
};
/** @type {(value: unknown, most?: number) => value is string} */
const isText = (value, most = 2_000) => typeof value === "string" && value.length <= most * 2 && [...value].length <= most;
/** @type {(value: unknown, names: string[]) => value is Fields} */
const areFields = (value, names) => isObject(value) && Object.entries(value).every(([name, text]) => names.includes(name) && isText(text));
/** @type {(value: any, length: number) => boolean} */
export const isPlace = ({ start, end }, length) => Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length;
const isLabel = (/** @type {any} */ value) => isObject(value) && /^[a-z][a-z0-9-]{0,39}$/.test(String(value.id)) && isText(value.name, 80) && value.name !== "" && isText(value.rule ?? "");

/** What is empty was not said. @type {(fields: Fields) => Fields} */
const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, text]) => text));

/** @type {(found: any) => Reading} */
function readingOf(found) {
  need(isObject(found) && String(found.format).startsWith(FORMAT), "foreign");
  need(!(Number(found.format.slice(FORMAT.length)) > 1), "newer");
  const { text, provenance = {}, cut, labels, annotations = [], readers = [], code = "" } = found;
  need(found.format === `${FORMAT}1` && isObject(text) && isText(text.words, LONGEST) && text.words !== "" && isMoment(found.saved), "fields");
  need(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$/.test(String(text.language ?? "")), "fields");
  need([cut, labels, annotations, readers].every(Array.isArray) && labels.length && labels.length <= 50 && labels.every(isLabel), "fields");
  need(readers.every(isId) && isText(code, 64) && areFields(provenance, CARD_OF_TEXT), "fields");
  need(normalText(String(text.words)) === text.words && hashText(text.words) === text.sha256, "text");
  const points = countPoints(text.words);
  need(isCut(cut, points), "cut");
  const ids = labels.map((/** @type {{id: string}} */ { id }) => id);
  const marks = annotations.map((/** @type {any} */ one) => markOf(one, text.sha256, points, ids));
  need(new Set(ids).size === ids.length && new Set(marks.map((/** @type {Mark} */ { id }) => id)).size === marks.length, "twice");
  return { words: text.words, sha256: text.sha256, language: text.language ?? "", provenance: filled(provenance), cut, labels, marks, readers, code };
}

/** Pieces in order, none over another, every word in one. @type {(cut: Piece[], points: ReturnType<typeof countPoints>) => boolean} */
export function isCut(cut, { slice, length }) {
  let at = 0;
  for (const piece of cut) {
    if (!isObject(piece) || !isPlace(piece, length) || piece.start < at || slice(at, piece.start).trim()) return false;
    if (!["heading", "sentence", "item"].includes(piece.role) || !(Number.isInteger(piece.paragraph) && piece.paragraph > 0)) return false;
    at = piece.end;
  }
  const numbers = (/** @type {boolean} */ heading) => cut.filter(({ role }) => (role === "heading") === heading).map(({ paragraph }) => paragraph);
  const inOrder = numbers(true).every((number, n) => number === n + 1) && numbers(false).every((number, n, all) => number - (all[n - 1] ?? 0) === 1 || (n > 0 && number === all[n - 1]));
  return inOrder && !slice(at, length).trim();
}

/** @type {(one: any, sha256: string, points: ReturnType<typeof countPoints>, labels: string[]) => Mark} */
function markOf(one, sha256, { slice, length }, labels) {
  const bodies = one?.body;
  const [place, quote] = one?.target?.selector ?? [];
  need(isObject(one) && /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(one.id)) && isMoment(one.created), "fields");
  need((one.modified == null || isMoment(one.modified)) && Array.isArray(bodies) && bodies.every(isObject), "fields");
  need(place?.type === "TextPositionSelector" && quote?.type === "TextQuoteSelector", "fields");
  need(one.target.source === `urn:sha256:${sha256}` && isPlace(place, length) && slice(place.start, place.end) === quote.exact, "marks");
  const [prefix, suffix] = [String(quote.prefix ?? ""), String(quote.suffix ?? "")];
  need(slice(0, place.start).endsWith(prefix) && slice(place.end, Math.min(length, place.end + suffix.length)).startsWith(suffix), "marks");
  const of = (/** @type {string} */ purpose) => bodies.find((/** @type {any} */ body) => body.purpose === purpose);
  const [label, note, card] = [of("classifying")?.value, of("commenting")?.value, of("describing") ?? {}];
  need(labels.includes(label) && (note == null || isText(note, 10_000)), "fields");
  need(!of("describing") || Boolean(card.attribution) !== Boolean(card.number), "marks");
  need(!card.attribution || (areFields(card.attribution, CARDS.attribution) && SORTS.includes(card.attribution.sort ?? "")), "fields");
  need(!card.number || areFields(card.number, CARDS.number), "fields");
  return {
    id: one.id.slice(9), label, start: place.start, end: place.end, created: one.created,
    ...(one.modified ? { modified: one.modified } : {}), ...(note ? { note } : {}),
    ...(card.attribution ? { attribution: filled(card.attribution) } : {}), ...(card.number ? { number: filled(card.number) } : {}),
  };
}
