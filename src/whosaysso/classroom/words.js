// An answer in short, as a table shows it: the twin of in_words in desk/rows.py.

import { isObject } from "../kinds/verdict.js";

/** @type {(response: unknown) => string} */
export function readInWords(response) {
  if (isObject(response)) {
    const values = Object.values(response);
    const inner = values.length === 1 ? values[0] : response;
    return isObject(inner) ? Object.entries(inner).map(([name, value]) => `${name}: ${readInWords(value)}`).join("; ") : readInWords(inner);
  }
  if (Array.isArray(response)) return runs(response).join(" ");
  return response === null || response === undefined ? "" : typeof response === "boolean" ? (response ? "True" : "False") : String(response);
}

/** Numbers that follow one another as a range. @param {unknown[]} values */
function runs(values) {
  /** @type {string[]} */
  const found = [];
  /** @type {unknown} */
  let start = null;
  /** @type {unknown} */
  let before = null;
  for (const value of [...values, null]) {
    if (typeof value === "number" && typeof before === "number" && value === before + 1) {
      before = value;
      continue;
    }
    if (before !== null) found.push(start === before ? readInWords(before) : `${start}–${before}`);
    start = before = value;
  }
  return found;
}
