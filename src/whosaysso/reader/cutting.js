// A text cut into headings, sentences and items of lists: the first cut, which a reader may mend. The twin of cutting.py.

import { CLOSERS, END_MARKS, ITEM, sentencesOf } from "./ends.js";
import { guessLanguage } from "./language.js";
import { countPoints } from "./points.js";

/** @import { Paragraph, Piece } from "./types" */

const CLOSED = new RegExp(`([${END_MARKS}:;][${CLOSERS}“‘«]*(\\s*[(\\[][^()\\[\\]]*[)\\]])?|[”"»])$`);
const CELLS = /\S \| |^\| ?\S/;
const LONGEST_HEADING = 16; // words; a longer line without an end mark is a paragraph whose full stop is missing
const LETTERS = 100; // and no heading has more of them
const LIST = 3; // so many short lines close together are a list or a table
const RESULTS = 5; // and so many with empty lines between

/** The pieces of a normal text in order, in code points. @type {(words: string, language?: string) => Piece[]} */
export function cutText(words, language = guessLanguage(words)) {
  const { point } = countPoints(words);
  const lines = paragraphsOf(words);
  const numbers = { heading: 0, paragraph: 0 };
  return rolesOf(lines, language).flatMap((role, n) => {
    const { start, text } = lines[n];
    const paragraph = role === "heading" ? ++numbers.heading : ++numbers.paragraph;
    const parts = role === "heading" ? [[0, text.length]] : sentencesOf(text, language);
    return parts.map(([from, to]) => ({ start: point(start + from), end: point(start + to), role, paragraph }));
  });
}

const isItem = (/** @type {string} */ text) => ITEM.test(text) || CELLS.test(text);
const isShort = (/** @type {string} */ text) => !CLOSED.test(text) && [...text].length <= LETTERS && (text.match(/[^\s—–]+/g) ?? []).length <= LONGEST_HEADING;

/** Lines as paragraphs: one that breaks off, as in what is copied from a PDF, goes on in the next. @type {(words: string) => Paragraph[]} */
function paragraphsOf(words) {
  /** @type {Paragraph[]} */
  const found = [];
  const lines = [...words.matchAll(/[^\n]+/g)];
  const longest = lines.reduce((most, [line]) => Math.max(most, [...line].length), 0);
  const isPage = longest >= 30 && longest <= 130 && lines.length > 3; // lines as long as those of a page
  let before = "";
  for (const { 0: text, index } of lines) {
    const last = found[found.length - 1];
    const close = last !== undefined && last.start + last.text.length === index - 1;
    const goesOn = /^\p{Ll}/u.test(text) || (isPage && [...before].length > 0.7 * longest);
    if (close && goesOn && !CLOSED.test(before) && !isItem(text)) last.text = words.slice(last.start, index + text.length);
    else found.push({ start: index, text, close });
    before = text;
  }
  return found;
}

/** @type {(lines: Paragraph[], language: string) => Piece["role"][]} */
function rolesOf(lines, language) {
  const told = lines.some(({ text }) => CLOSED.test(text)); // where no line has an end mark, want of one says nothing
  const listed = listsIn(lines);
  let begun = false;
  return lines.map(({ text }, n) => {
    if (isItem(text) || (listed.has(n) && begun)) {
      begun = true;
      return "item";
    }
    if (isShort(text) && n < lines.length - 1 && (told || n === 0) && /[\p{L}\p{N}]/u.test(text) && sentencesOf(text, language).length === 1) return "heading";
    begun = true;
    return "sentence";
  });
}

/** Short lines that stand close together, as in a list without dots or a table copied as text; or many below each other with empty lines between, as results are given. @type {(lines: Paragraph[]) => Set<number>} */
const listsIn = (lines) => new Set([
  ...runsOf(lines.map(({ text }) => isShort(text)), lines.map(({ close }) => close), LIST),
  ...runsOf(lines.map(({ text }) => isShort(text) && !isItem(text)), lines.map(() => true), RESULTS),
]);

/** The lines of runs of at least so many that belong, each joined to the one before. @type {(belong: boolean[], joined: boolean[], least: number) => number[]} */
function runsOf(belong, joined, least) {
  const found = [];
  let first = 0;
  for (let n = 1; n <= belong.length; n++) {
    if (n < belong.length && joined[n] && belong[n] && belong[first]) continue;
    for (let at = first; n - first >= least && at < n; at++) found.push(at);
    first = n;
  }
  return found;
}
