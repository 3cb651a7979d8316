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
const OF_ATTEMPT = ["id", "exercise", "version", "response", "confidence", "at", "claimed", "rules"];
const OF_DRAFT = ["response", "at", "version"];
/** @type {(fields: string[]) => (found: object) => boolean} */
const noOther = (fields) => (found) => Object.keys(found).every((name) => fields.includes(name));
/** @type {(text: unknown, most: number) => boolean} */
const isShort = (text, most) => text === undefined || (typeof text === "string" && [...text].length <= most && !/\p{Cs}/u.test(text));
/** @type {(rules: unknown) => boolean} */
const isRules = (rules) => rules === undefined || (Number.isInteger(rules) && Number(rules) >= 1 && Number(rules) <= 1_000_000);

/** @type {(work: Record<string, any>) => work is HandIn} */
function isHandIn(work) {
  for (const [name, nothing] of Object.entries({ readers: [], attempts: [], drafts: {}, finished: {}, form: null })) if (work[name] === undefined) work[name] = nothing;
  return noOther(FIELDS)(work) && isShort(work.code, 64) && isShort(work.edition, 20) && isRules(work.rules)
    && [work.readers, work.attempts].every(Array.isArray) && work.readers.every(isId) && work.attempts.every(isAttempt)
    && [work.drafts, work.finished].every((named) => isObject(named) && Object.keys(named).every(isName))
    && Object.values(work.drafts).every(isDraft) && Object.values(work.finished).every(isMoment)
    && work.attempts.every(noOther(OF_ATTEMPT)) && Object.values(work.drafts).every(noOther(OF_DRAFT))
    && (work.form === null || isForm(work.form));
}
