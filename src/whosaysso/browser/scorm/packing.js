// A reader's work as the few characters that an LMS keeps. Scores come first: what does not fit loses its answers.

import { isObject } from "../../kinds/verdict.js";
import { countedOf } from "../counting.js";
import { isAttempt, isDraft, isId } from "../record.js";

/** @import { Attempt, Draft, HandIn, Packed } from "../types" */

const MOST = 4096; // characters, by the standard; some LMSs take more, and none says so
const LONG = 200; // characters from which an answer is a text
const PLACES = 3; // readers' ids that are kept

/**
 * The text, and how many answers it had to leave out. `lost` are attempts whose answers were left out before.
 * @type {(work: HandIn, lost: Attempt[], about: Packed) => {text: string, dropped: number}}
 */
export function packed(work, lost, { set, exercises }) {
  const place = (/** @type {string} */ name) => exercises.findIndex((e) => e.id === name);
  const latest = new Map(work.attempts.map((a) => [a.exercise, a]));
  const written = (/** @type {Attempt} */ a, /** @type {unknown} */ response) => ascii([place(a.exercise), a.id,
    a.version === exercises[place(a.exercise)].version ? 0 : a.version, time(a).toString(36), rounded(a.claimed), a.confidence, a.rules ?? null, response]);
  const here = (/** @type {string} */ name) => place(name) >= 0;
  const attempts = [...lost.map((one) => ({ one, kept: false })), ...work.attempts.map((one) => ({ one, kept: true }))]
    .filter(({ one }) => here(one.exercise))
    .sort((a, b) => time(a.one) - time(b.one))
    .map(({ one, kept }) => ({ one, kept, text: written(one, kept ? one.response : null), bare: written(one, null) }));
  const drafts = Object.entries(work.drafts)
    .filter(([name, { response }]) => here(name) && ascii(response) !== ascii(latest.get(name)?.response ?? null))
    .map(([name, one]) => ({ one, kept: true, text: ascii([place(name), time(one).toString(36), one.version ?? null, one.response]), bare: "" }));
  const head = ascii({ v: 1, r: work.readers.slice(0, PLACES), f: work.finished[set.id] }).slice(0, -1);

  let length = [...attempts, ...drafts].reduce((n, { text }) => n + text.length + 1, head.length + ',"a":[],"d":[]}'.length);
  const isText = (/** @type {{text: string, bare: string}} */ { text, bare }) => text.length - bare.length > LONG;
  const whole = [...attempts, ...drafts].filter(({ kept }) => kept).sort((a, b) => Number(isText(b)) - Number(isText(a)) || time(a.one) - time(b.one));
  for (const each of whole) {
    if (length <= MOST) break;
    length -= each.text.length - each.bare.length;
    [each.text, each.kept] = [each.bare, false];
  }
  const dropped = [...attempts, ...drafts].filter(({ kept }) => !kept).length;
  const counts = new Set(exercises.map(({ id, version }) => countedOf(attempts.map(({ one }) => one).filter((a) => a.exercise === id && a.version === version), set.attempts)));
  for (const each of attempts) {
    if (length <= MOST) break;
    if (counts.has(each.one)) continue;
    length -= each.text.length + 1; // one more try, which adds nothing
    each.text = "";
  }
  const list = (/** @type {{text: string}[]} */ entries) => entries.map(({ text }) => text).filter(Boolean).join(",");
  return { text: `${head},"a":[${list(attempts)}],"d":[${list(drafts)}]}`, dropped };
}

/**
 * What was packed; of anything else, nothing. `lost` are the attempts of which only the score is left.
 * @type {(text: string, about: Packed) => {work: Pick<HandIn, "readers" | "attempts" | "drafts" | "finished">, lost: Attempt[]}}
 */
export function unpacked(text, { set, exercises }) {
  const found = parsedOr(text, {});
  const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.filter(Array.isArray) : []);
  const every = list(found.a).map(([at, id, version, when, claimed, confidence, rules, response]) => ({
    whole: isObject(response),
    one: { id, exercise: exercises[at]?.id, version: version || exercises[at]?.version, response: response ?? {}, confidence, at: moment(when), claimed, rules },
  })).filter(({ one }) => isAttempt(one));
  const drafts = list(found.d).map(([at, when, version, response]) => [exercises[at]?.id, { response, at: moment(when), version }]).filter(([name, draft]) => name && isDraft(draft));
  const readers = Array.isArray(found.r) ? found.r.filter(isId) : [];
  return {
    work: { readers, attempts: every.filter(({ whole }) => whole).map(({ one }) => one), drafts: Object.fromEntries(drafts), finished: typeof found.f === "string" ? { [set.id]: found.f } : {} },
    lost: every.filter(({ whole }) => !whole).map(({ one }) => one),
  };
}

const time = (/** @type {Attempt | Draft} */ { at }) => Date.parse(at);
const rounded = (/** @type {number | null} */ score) => score && Math.round(score * 1e7) / 1e7;
/** Letters that an LMS might count twice are written as numbers. @param {unknown} value */
const ascii = (value) => JSON.stringify(value).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** @param {unknown} when */
function moment(when) {
  const date = new Date(parseInt(String(when), 36));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** @type {(text: string, otherwise: Record<string, any>) => Record<string, any>} */
function parsedOr(text, otherwise) {
  try {
    const found = JSON.parse(text);
    return isObject(found) ? found : otherwise;
  } catch {
    return otherwise;
  }
}
