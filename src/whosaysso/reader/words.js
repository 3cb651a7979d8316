// A text cut into the words that can be pointed at, in any script: where nothing stands between words, the browser finds them.

const TOKEN = /[^\s—–]+/g;
const RANGES = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const UNSPACED = new RegExp(`[${RANGES}]`);
const UNIT = new RegExp(`[${RANGES}]|[^\\s—–${RANGES}]+`, "gu");
const FINDER = typeof Intl !== "undefined" && "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;

/** Where each word of a text starts and ends, in units of UTF-16. @type {(text: string) => number[][]} */
export function wordsOf(text) {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => {
    if (!FINDER || !UNSPACED.test(token)) return [[index, index + token.length]];
    /** @type {number[][]} */
    const found = [];
    for (const { segment, index: at, isWordLike } of FINDER.segment(token)) {
      const last = found[found.length - 1];
      if (isWordLike || !last) found.push([index + at, index + at + segment.length]);
      else last[1] += segment.length; // a comma stays with its word
    }
    return found;
  });
}

/** What readings are compared by, the same in every browser and in Python: words, and single signs where nothing parts words. @type {(text: string) => number[][]} */
export const unitsOf = (text) => [...text.matchAll(UNIT)].map(({ 0: unit, index }) => [index, index + unit.length]);
