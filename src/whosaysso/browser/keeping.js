// Keeping work in a page: each attempt and each draft is one entry of the browser's own store.
// A store that is full, blocked or damaged says so, and nothing that can be read is lost.

import { isObject } from "../kinds/verdict.js";

/** @import { Exercise, Response } from "../kinds/types" */
/** @import { Attempt, Edition, HandIn, Work } from "./types" */

const SCHEMA = "whosaysso.hand-in/1";
const LARGEST = 5_000_000;

/** @type {(store: Storage | null, edition: Edition) => Work} */
export function openWork(store, { book, edition }) {
  const prefix = `${book}:${edition}:`;
  /** @type {Map<string, unknown>} */
  const unkept = new Map(); // what the store would not take: still downloaded, and said to be in danger
  let damaged = 0;

  /** @type {(start: string) => string[]} */
  const keysFrom = (start) =>
    store ? Array.from({ length: store.length }, (_, n) => String(store.key(n))).filter((key) => key.startsWith(start)) : [];

  /** @type {(kind: string, name: string, value: unknown) => string} */
  const put = (kind, name, value) => {
    const key = `${prefix}${kind}:${name}`;
    try {
      /** @type {Storage} */ (store).setItem(key, JSON.stringify(value));
      unkept.delete(key);
      return "";
    } catch {
      unkept.set(key, value);
      return "This browser could not keep your answer: its store is full or switched off. Download your work before you close this page.";
    }
  };

  /** @param {string} kind */
  const all = (kind) => {
    const start = `${prefix}${kind}:`;
    /** @type {Map<string, any>} */
    const found = new Map();
    for (const key of keysFrom(start)) {
      try {
        found.set(key.slice(start.length), JSON.parse(String(store?.getItem(key))));
      } catch {
        damaged += 1; // left where it is: somebody may still mend it
      }
    }
    for (const [key, value] of unkept) if (key.startsWith(start)) found.set(key.slice(start.length), value);
    return found;
  };

  const attempts = () => {
    damaged = 0;
    const found = [...all("attempt").values()];
    const sound = found.filter(isAttempt);
    damaged += found.length - sound.length;
    return sound.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  };

  /** @type {() => Record<string, Response>} */
  const drafts = () => Object.fromEntries([...all("draft")].filter(([, value]) => isObject(value)));

  /** The order in which the three test forms were dealt, such as BCA. @type {() => string | null} */
  const form = () => [all("form").get("dealt")].find(isForm) ?? null;

  return {
    attempts,
    keep: (attempt) => put("attempt", attempt.id, attempt),
    keepDraft: (exercise, response) => put("draft", exercise, response),
    draft: (exercise) => drafts()[exercise],
    finish: (set) => put("finished", set, new Date().toISOString()),
    finished: () => [...all("finished").keys()].sort(),
    latest: (exercise) => attempts().filter((a) => a.exercise === exercise).at(-1) ?? null,
    damaged: () => damaged,
    form,
    setForm: (order) => put("form", "dealt", order),
    handIn: (code) => ({ schema: SCHEMA, book, edition, form: form(), code, attempts: attempts(), drafts: drafts(), finished: [...all("finished").keys()].sort() }),
    load(text) {
      const work = parseHandIn(text, { book, edition });
      const known = new Set(attempts().map((a) => a.id));
      const fresh = work.attempts.filter((a) => !known.has(a.id));
      const here = drafts();
      const failed = [
        ...fresh.map((a) => put("attempt", a.id, a)),
        work.form && put("form", "dealt", work.form),
        ...(work.finished ?? []).map((set) => put("finished", set, new Date().toISOString())),
        ...Object.entries(work.drafts ?? {}).filter(([name]) => !Object.hasOwn(here, name)).map(([name, r]) => put("draft", name, r)),
      ].find(Boolean);
      return failed || `${count(fresh.length, "answer")} loaded${work.attempts.length > fresh.length ? "; the others were here already" : ""}.`;
    },
    clear() {
      unkept.clear();
      keysFrom(prefix).forEach((key) => store?.removeItem(key));
    },
  };
}

/** The browser's store, or nothing where it is switched off. */
export function browserStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @type {(exercise: Exercise, response: Response, score: number | null, sure: number) => Attempt} */
export function newAttempt(exercise, response, score, sure) {
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  return { id, exercise: exercise.id, version: exercise.version, response, confidence: Number.isNaN(sure) ? null : sure, at: new Date().toISOString(), claimed: score };
}

/** Give the reader a file. @param {HandIn} work */
export function saveFile(work) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(work, null, 1) + "\n"], { type: "application/json" }));
  const code = work.code.replace(/[^\p{L}\p{N}-]+/gu, "-");
  link.download = `who-says-so-${code ? `${code}-` : ""}${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @type {(n: number, thing: string) => string} */
export const count = (n, thing) => `${n} ${thing}${n === 1 ? "" : "s"}`;

/** @type {(text: string, edition: Edition) => HandIn} */
function parseHandIn(text, { book, edition }) {
  let work;
  try {
    if (text.length > LARGEST) throw new Error("too large");
    work = JSON.parse(text);
  } catch {
    throw new Error("This is not a file of answers, or it is damaged. Nothing was changed.");
  }
  if (!isObject(work) || work.schema !== SCHEMA || work.book !== book || !Array.isArray(work.attempts))
    throw new Error("This file was not made by this book. Nothing was changed.");
  if (work.edition !== edition) throw new Error(`This file belongs to edition ${work.edition}; this is edition ${edition}. Nothing was changed.`);
  if (!work.attempts.every(isAttempt) || !(work.form == null || isForm(work.form)) || !/** @type {any} */ (work.finished ?? []).every?.(isName) || (work.drafts !== undefined && !(isObject(work.drafts) && Object.values(work.drafts).every(isObject))))
    throw new Error("Some answers in this file are damaged. Nothing was changed.");
  return /** @type {any} */ (work);
}

/**
 * Whether this is an order of the three test forms, such as BCA.
 * @type {(order: unknown) => order is string}
 */
export const isForm = (order) => typeof order === "string" && [...order].sort().join("") === "ABC";
/** @type {(value: unknown) => boolean} */
const isUnit = (value) => value === null || (typeof value === "number" && value >= 0 && value <= 1);
/** @type {(value: unknown) => boolean} */
const isName = (value) => /^[a-z][a-z0-9-]{0,99}$/.test(String(value));
/** @type {(a: unknown) => a is Attempt} */
const isAttempt = (a) =>
  isObject(a) && /^[0-9a-f]{32}$/.test(String(a.id)) && isName(a.exercise) && /^[0-9a-f]{12}$/.test(String(a.version))
  && isObject(a.response) && isUnit(a.confidence) && isUnit(a.claimed) && !Number.isNaN(Date.parse(String(a.at)));
