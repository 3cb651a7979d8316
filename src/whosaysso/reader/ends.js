// Where the sentences of a paragraph end, in any script: the twin of ends.py, held to the same cases.
// The browser knows the marks; what it cuts too often, after "Mr." or an initial, is joined by rules of ours.

/** @import { Ending } from "./types" */

export const END_MARKS = ".?!…\u061f\u06d4\u0964\u3002\uff01\uff1f";
export const CLOSERS = "”’»›\"')\\]」』）";
export const ITEM = /^([-–—•◦▪‣*·]|\(?([0-9٠-٩۰-۹०-९]{1,3}|[a-z])[.)])\s+(?=\S)/u;

const WRAPPED = /(?<![\p{L}\p{N}_])['‘’]|['’](?![\p{L}\p{N}_])|[“”„‚«»‹›"()[\]「」『』（）《》]/gu;
const LAST_MARK = new RegExp(`([${END_MARKS}]+)[${CLOSERS}“‘«]*$`);
const CLOSING = new RegExp(`^[${CLOSERS}]*([“‘«]+(?=\\s|$))?(\\s[»”](?=\\s|$))?(\\[([0-9]{1,3}|[a-z])\\])*`);
const UNSEEN_BEFORE = /^[“‘«‹»„‚"'([「『（《¿¡•◦▪‣\s\p{S}\p{Mn}\p{Cf}]*/u;
const CREDIT = /^\s*[([][^()[\].?!…]*[)\]]/;
const UNCUT = new RegExp(`((?<!\\p{L})\\p{L}\\.|…|\\.\\.\\.)[${CLOSERS}]*\\s+(?=\\S)`, "gu");
const MARKED_END = new RegExp(`[${END_MARKS}]+\\s+|[\u06d4\u0964\u3002\uff01\uff1f]+|[.?!]+(?=\\p{L})|\\s(?=[•◦▪‣])`, "gu");
const LOST_SPACE = /(\p{Ll}{2}|\p{Nd}{2}|[)\]])[.?!…]+$/u;
const BEGINS_ANEW = /^\p{Lu}(\p{Ll}|[ ’'])/u;
const INITIAL = /(?<![\p{L}\p{M}])\p{L}\.$/u;
const ENDED = new RegExp(`[${END_MARKS}][${CLOSERS}]*\\s+$`);
const SHORT = /(?<!\p{L})(Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Pvt|Brig|Adm|Cmdr|Insp|Supt|Det|Sen|Rep|Gov|Pres|Hon|Rev|St|Mt|Ft|Fr|vs|cf|ca|et al|approx|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Hr|Hrn|Dipl|Ing|bzw|vgl|evtl|ggf|sog|Str|Mio|Mrd|z\. ?B|d\. ?h|u\. ?a|o\. ?ä|डॉ|प्रो|श्री|सुश्री|पं|कु|ڈاکٹر|پروفیسر)\.$/u;
const NUMBERED = /(?<!\p{L})(Nos?|Figs?|Art|Sec|Ch|Vol|pp?|Nr|Abs|S|Bd)\.$/iu;
const DAY = /(?<![\p{L}\p{N}])[0-9]{1,2}\.$/u;
const MONTH = /^(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|January|February|March|May|June|July|October|December)(?!\p{L})/u;
// Behind an initial, as in “the U.S. The army”, such a word begins a sentence.
const BEGINS = /^(The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|There|Then|Its|Their|His|Her)(?![\p{L}\p{N}_.])/u;
/** @type {Map<string, {segment(text: string): Iterable<{index: number}>}>} */
const SEGMENTERS = new Map();

/** Where each sentence of a paragraph starts and ends, without the spaces between. @type {(paragraph: string, language: string) => number[][]} */
export function sentencesOf(paragraph, language) {
  const marker = ITEM.exec(paragraph)?.[0].length ?? 0;
  const whole = paragraph.trimEnd().length;
  /** @type {number[][]} */
  const found = [];
  let start = 0;
  for (const { end, begin } of possibleEnds(paragraph, language)) {
    if (end <= Math.max(marker, start) || !endsSentence(paragraph.slice(start, end), paragraph.slice(end))) continue;
    found.push([start, end]);
    start = begin;
  }
  return start < whole ? [...found, [start, whole]] : found;
}

/** Where a sentence may end, and where the next one would begin. @type {(paragraph: string, language: string) => Ending[]} */
function possibleEnds(paragraph, language) {
  const bare = paragraph.replace(WRAPPED, " ").replaceAll("\n", " "); // a quotation is cut as any other words
  const ends = [UNCUT, MARKED_END].flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => match.index + match[0].length));
  const places = new Set([...ends, ...[...segmenter(language).segment(bare)].map(({ index }) => index)]);
  return [...places].sort((a, b) => a - b).flatMap((place) => {
    let end = bare.slice(0, place).trimEnd().length;
    end += CLOSING.exec(paragraph.slice(end))?.[0].length ?? 0;
    const begin = paragraph.length - paragraph.slice(end).trimStart().length;
    return begin < paragraph.length && (begin > end || !runsOn(paragraph.slice(Math.max(0, end - 20), end), paragraph.slice(end, end + 4))) ? [{ end, begin }] : [];
  });
}

/** Whether a mark stands within a name, as in “Node.js”; not where only a space was lost: “they said.The army”. @type {(before: string, after: string) => boolean} */
const runsOn = (before, after) => /[.?!…]$/.test(before) && /^[\p{L}\p{N}]/u.test(after) && !(/[?!]$/.test(before) && /^\p{Lo}/u.test(after)) && !(LOST_SPACE.test(before) && BEGINS_ANEW.test(after));

/** @param {string} language */
function segmenter(language) {
  const none = { segment: () => [] }; // an older browser has the marks alone
  const made = SEGMENTERS.get(language) ?? ("Segmenter" in Intl ? new Intl.Segmenter(language || "en", { granularity: "sentence" }) : none);
  SEGMENTERS.set(language, made);
  return made;
}

/** Whether a sentence ends between the two: what comes can begin one, and the mark is not that of a short form. @type {(before: string, after: string) => boolean} */
function endsSentence(before, after) {
  const begins = after.replace(UNSEEN_BEFORE, "");
  if (!/^[\p{L}\p{N}]/u.test(begins) || /^\p{Ll}/u.test(begins) || CREDIT.test(after) || !/[\p{L}\p{N}]/u.test(before)) return false;
  const last = LAST_MARK.exec(before);
  if (!last) return /\p{P}$/u.test(before) || /^\s*[•◦▪‣]/.test(after); // a mark of another script, which the browser knows
  const [mark, stem] = [last[1], before.slice(0, last.index + last[1].length)];
  if (/^(…|\.\.\.)/.test(mark)) return !before.slice(0, last.index).endsWith(" ") || ENDED.test(before.slice(0, last.index));
  if (mark !== ".") return true;
  if (SHORT.test(stem) || (/^\p{Nd}/u.test(begins) && NUMBERED.test(stem)) || (DAY.test(stem) && MONTH.test(begins))) return false;
  return !INITIAL.test(stem) || stem !== before || BEGINS.test(begins);
}
