// What counts as a number and what as a word: the twin of grammar.py, which states both.

const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const NUMBER = /^([+-]?)([0-9]{1,3}(?:([,' \u00a0\u202f\u066c\u2019])[0-9]{3}(?:\3[0-9]{3})*)|[0-9]{1,15})([.\u066b][0-9]{1,15})?$/;
const WORD = /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ufffd\u{10000}-\u{10ffff}]+/gu;

/** @type {(text: unknown) => number | null} */
export function readNumber(text) {
  if (typeof text !== "string" || [...text].length > 40) return null;
  const plain = text.replace(/^ +| +$/g, "").replace(/[٠-٩۰-۹]/g, (d) => String(DIGITS.indexOf(d) % 10)).replace(/\u2212/g, "-");
  const match = NUMBER.exec(plain);
  if (!match) return null;
  const [, sign, whole, separator, decimals] = match;
  return Number(`${sign}${separator ? whole.replaceAll(separator, "") : whole}${decimals ? `.${decimals.slice(1)}` : ""}`);
}

/** @param {string} text */
const small = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** @type {(text: unknown) => string[]} */
export const readWords = (text) => (typeof text === "string" ? text.match(WORD) ?? [] : []).map(small);

/** @type {(text: string) => string} */
export const unquoted = (text) => text.replace(/[“"][^“”"]*[”"]/g, " ");

/** @type {(found: string[], phrase: string) => number[]} */
export function places(found, phrase) {
  const wanted = phrase.split(" ").map((word) => ({ word: small(word).replace(/\*$/, ""), open: word.endsWith("*") }));
  const fits = (/** @type {number} */ at) => wanted.every(({ word, open }, n) => (open ? found[at + n].startsWith(word) : found[at + n] === word));
  return [...found.keys()].filter((at) => at + wanted.length <= found.length && fits(at));
}

/**
 * Whether one phrase of every group is there, at most `within` words apart (null: anywhere).
 * @type {(found: string[], groups: string[][], within: number | null) => boolean}
 */
export function standNear(found, groups, within) {
  const each = groups.map((group) => group.flatMap((phrase) => places(found, phrase)));
  if (!each.every((group) => group.length)) return false;
  if (within === null) return true;
  return each.flat().some((start) => each.every((group) => group.some((at) => start <= at && at <= start + within)));
}
