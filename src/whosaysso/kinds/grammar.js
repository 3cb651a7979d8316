// What counts as a number and what as a word: the twin of grammar.py, which states both.

const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const ENDS = /^[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;
const NUMBER = /^([+-]?)(?:([0-9]{1,3}(?:([,'\u2019\u066c \u00a0\u2009\u202f])[0-9]{3}(?:\3[0-9]{3})*)|[0-9]{1,2}(?:([,'\u2019\u066c \u00a0\u2009\u202f])[0-9]{2}(?:\4[0-9]{2})*\4[0-9]{3})|[0-9]{1,15})(?:[.\u066b]([0-9]{0,15}))?|[.\u066b]([0-9]{1,15}))$/;
const TWO_WAYS = /^([+-]?)(?:([1-9][0-9]{0,2})\.([0-9]{3})|([0-9]{1,15}),([0-9]{1,2}|[0-9]{4,15}))$/;
const WORD = /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ufffd\u{10000}-\u{10ffff}]+/gu;

/** @type {(text: unknown) => string} */
const plain = (text) => (typeof text === "string" && [...text].length <= 40
  ? text.replace(UNSEEN, "").replace(ENDS, "").replace(/[٠-٩۰-۹]/g, (d) => String(DIGITS.indexOf(d) % 10)).replace(/\u2212/g, "-")
  : "");

/** @type {(text: unknown) => number | null} */
export function readNumber(text) {
  const match = TWO_WAYS.test(plain(text)) ? null : NUMBER.exec(plain(text));
  if (!match) return null;
  const [, sign, whole = "0", threes, twos, decimals, only] = match;
  return Number(`${sign}${whole.replaceAll(threes ?? twos ?? ",", "")}.${decimals || only || 0}`);
}

/** @type {(text: unknown) => [number, number] | null} */
export function twoReadings(text) {
  const [, sign, a, b, c, d] = TWO_WAYS.exec(plain(text)) ?? [];
  return sign === undefined ? null : [Number(`${sign}${a ?? c}${b ?? d}`), Number(`${sign}${a ?? c}.${b ?? d}`)];
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
  const each = groups.map((group) => new Set(group.flatMap((phrase) => places(found, phrase))));
  if (within === null || !each.every((group) => group.size)) return each.every((group) => group.size);
  const all = each.flatMap((group, number) => [...group].map((at) => ({ at, number }))).sort((a, b) => a.at - b.at);
  const have = each.map(() => 0);
  let oldest = 0;
  return all.some(({ at, number }) => {
    have[number] += 1;
    while (all[oldest].at < at - within) have[all[oldest++].number] -= 1;
    return have.every((n) => n);
  });
}
