// What was kept before the record had readers, rules and times for everything, carried over: files and a store's entries.

import { isObject } from "../kinds/verdict.js";

const BEFORE_ALL = "1970-01-01T00:00:00Z";

/** @type {(attempts: unknown[]) => string} */
const newestOf = (attempts) => attempts.map((a) => (isObject(a) && "at" in a ? String(a.at) : "")).reduce((a, b) => (a > b ? a : b), BEFORE_ALL);

/** An object of hand-in/1 as one of hand-in/2; what is damaged stays so. @type {(found: Record<string, any>) => Record<string, any>} */
export function carriedOver({ drafts = {}, finished = [], ...found }) {
  const at = newestOf(Array.isArray(found.attempts) ? found.attempts : []);
  return {
    ...found,
    rules: 1,
    drafts: isObject(drafts) ? Object.fromEntries(Object.entries(drafts).map(([name, response]) => [name, { response, at }])) : drafts,
    finished: Array.isArray(finished) ? Object.fromEntries(finished.map((name) => [name, at])) : finished,
  };
}

/**
 * The store's entries of the first edition, which no copy of the book had for itself, become this copy's; tells whether there were any.
 * @type {(book: string, prefix: string) => boolean}
 */
export function carryEntries(book, prefix) {
  const start = `${book}:1:`;
  try {
    const store = window.localStorage;
    const keys = Array.from({ length: store.length }, (_, n) => String(store.key(n))).filter((key) => key.startsWith(start));
    const entries = keys.map((key) => ({ key, name: prefix + key.slice(start.length), text: String(store.getItem(key)) }));
    const at = newestOf(entries.map(({ text }) => valueOf(text)));
    for (const { key, name, text } of entries) {
      store.removeItem(key); // first, so that a full store has room for it
      try {
        store.setItem(name, carriedEntry(name.slice(prefix.length), text, at));
      } catch {
        store.setItem(key, text);
      }
    }
    return keys.length > 0;
  } catch {
    return false; // a store that is switched off holds nothing older
  }
}

/** @type {(name: string, text: string, at: string) => string} */
function carriedEntry(name, text, at) {
  const value = valueOf(text);
  if (name.startsWith("draft:")) return JSON.stringify({ response: value, at });
  return name.startsWith("attempt:") && isObject(value) ? JSON.stringify({ ...value, rules: 1 }) : text;
}

/** @param {string} text */
function valueOf(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(String(text)));
  } catch {
    return text; // damaged, and left so
  }
}
