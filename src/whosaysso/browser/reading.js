// Reading a file of answers in a page: the twin of work/reading.py, and refused for the same reasons in the same words.

import { isObject } from "../kinds/verdict.js";
import { carriedOver } from "./earlier.js";
import { isAttempt, isDraft, isForm, isId, isMoment, isName } from "./record.js";
import { decoded, parsed } from "./strict.js";

/** @import { HandIn } from "./types" */

const SCHEMA = "whosaysso.hand-in/";

/**
 * A hand-in from the bytes of a file, and what there is to say of it though it could be read.
 * Throws an error whose message is the name of a refusal.
 * @type {(bytes: DataView, book: string) => {work: HandIn, note: string}}
 */
export function readHandIn(bytes, book) {
  const [text, note] = decoded(bytes);
  if (!text.trim()) throw new Error("empty");
  const found = parsed(text);
  if (!isObject(found)) throw new Error("foreign");
  const number = String(found.schema).startsWith(SCHEMA) ? Number(String(found.schema).slice(SCHEMA.length)) : NaN;
  if (!(number >= 0) || found.book !== book) throw new Error("foreign");
  if (number > 2) throw new Error("newer");
  const work = number < 2 ? carriedOver(found) : found;
  if (!isHandIn(work)) throw new Error("fields");
  const seen = new Map(work.attempts.map((a) => [a.id, JSON.stringify(a)]));
  if (work.attempts.some((a) => seen.get(a.id) !== JSON.stringify(a))) throw new Error("twice");
  const attempts = [...new Map(work.attempts.map((a) => [a.id, { ...a, rules: a.rules ?? work.rules ?? null }])).values()];
  return { work: { ...work, attempts }, note };
}

const FIELDS = ["schema", "book", "edition", "readers", "rules", "form", "code", "attempts", "drafts", "finished"];

/** @type {(work: Record<string, any>) => work is HandIn} */
function isHandIn(work) {
  work.readers ??= [];
  work.attempts ??= [];
  work.drafts ??= {};
  work.finished ??= {};
  work.form ??= null;
  return Object.keys(work).every((name) => FIELDS.includes(name))
    && [work.readers, work.attempts].every(Array.isArray) && work.readers.every(isId) && work.attempts.every(isAttempt)
    && [work.drafts, work.finished].every((named) => isObject(named) && Object.keys(named).every(isName))
    && Object.values(work.drafts).every(isDraft) && Object.values(work.finished).every(isMoment)
    && (work.form === null || isForm(work.form)) && String(work.code ?? "").length <= 64;
}
