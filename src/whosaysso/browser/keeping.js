// Keeping work in a page: each attempt and each draft is one entry of the browser's own store, and the store is the truth.
// A store that is full, blocked or damaged says so, and nothing that can be read is lost.

import { RULES } from "../kinds/grading.js";
import { prefixOf } from "./prefix.js";
import { isAttempt, isDraft, isForm, isMoment } from "./record.js";
import { TOLD, areTold, waitOf } from "./telling.js";

/** @import { Exercise, Response } from "../kinds/types" */
/** @import { Attempt, Draft, Edition, HandIn, Work } from "./types" */

const YEAR = 366 * 86_400_000;

/** @type {(store: Storage | null, edition: Edition) => Work} */
export function openWork(store, { book, edition, forms = "" }) {
  const letters = forms.split(" ");
  const prefix = prefixOf(book);
  /** @type {Map<string, unknown>} */
  const unkept = new Map(); // what the store would not take: still downloaded, and said to be in danger
  let damaged = 0;

  /** @type {(start: string) => string[]} */
  const keysFrom = (start) => {
    try {
      return Array.from({ length: store?.length ?? 0 }, (_, n) => String(store?.key(n))).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  };

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

  /** @type {() => Record<string, Draft>} */
  const drafts = () => Object.fromEntries([...all("draft")].filter(([, value]) => isDraft(value)));
  /** @type {() => Record<string, string>} */
  const finished = () => Object.fromEntries([...all("finished")].filter(([, at]) => isMoment(at)));
  /** The order in which the three test forms were dealt, such as BCA. @type {() => string | null} */
  const form = () => [all("form").get("dealt")].find(isForm) ?? null;
  /** @type {(exercise: string) => Attempt | null} */
  const latest = (exercise) => attempts().filter((a) => a.exercise === exercise).pop() ?? null;

  /** Now, or just after the newest that is kept where a clock was set back; no clock is a year ahead by accident. */
  const now = () => {
    const times = [...attempts(), ...Object.values(drafts())].map(({ at }) => Date.parse(at) + 1);
    return new Date(Math.max(Date.now(), ...times.filter((time) => time < Date.now() + YEAR))).toISOString();
  };

  /** @param {string} set */
  const finish = (set) => (set in finished() ? "" : put("finished", set, now()));

  /** Whose work this is: random, and another one after every clearing. @type {() => string[]} */
  const readers = () => {
    const known = all("readers").get("ids");
    if (Array.isArray(known) && known.length) return known;
    const fresh = [randomId()];
    put("readers", "ids", fresh);
    return fresh;
  };

  return {
    put,
    keep: (attempt) => put("attempt", attempt.id, { ...attempt, at: now() }),
    keepDraft: ({ id, version }, response) => put("draft", id, { response, at: now(), version }),
    finish,
    setForm: (order) => put("form", "dealt", order),
    latest,
    response(exercise) {
      const [draft, last] = [drafts()[exercise], latest(exercise)];
      return draft && !(last && Date.parse(last.at) > Date.parse(draft.at)) ? draft.response : last?.response ?? {};
    },
    finished,
    told(set) {
      const record = { form: form(), finished: finished() };
      const told = areTold(record, set, letters);
      if (told && waitOf(record, set, letters)) finish(TOLD); // by the days, which a clock could take back
      return told;
    },
    wait: (set) => waitOf({ form: form(), finished: finished() }, set, letters),
    form,
    kept: all,
    drop(kind, name) {
      unkept.delete(`${prefix}${kind}:${name}`);
      store?.removeItem(`${prefix}${kind}:${name}`);
    },
    reader: () => readers()[0],
    damaged: () => (attempts(), damaged),
    lasting: () => Boolean(store) && !unkept.size,
    handIn: () => ({ schema: "whosaysso.hand-in/2", book, edition, readers: readers(), rules: RULES, form: form(), code: "", attempts: attempts(), drafts: drafts(), finished: finished() }),
    clear() {
      unkept.clear();
      keysFrom(prefix).forEach((key) => store?.removeItem(key));
    },
  };
}

/** The browser's store, or nothing where it is switched off or does not work. */
export function browserStore() {
  try {
    const store = window.localStorage;
    store.getItem(String(store.key(store.length))); // throws where the store is damaged
    return store;
  } catch {
    return null;
  }
}

const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

/** @type {(exercise: Exercise, response: Response, score: number | null, sure: number) => Attempt} */
export const newAttempt = (exercise, response, claimed, sure) => ({ id: randomId(), exercise: exercise.id, version: exercise.version, response,
  confidence: Number.isNaN(sure) ? null : sure, at: new Date().toISOString(), claimed, rules: RULES });
