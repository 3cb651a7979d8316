// Readings of one text set beside each other, word by word and label by label. The cuts may differ: the words are the same.

import { cohen } from "../measures/cohen.js";
import { alphaBetween } from "../measures/krippendorff.js";
import { countPoints, firstAfter } from "./points.js";
import { unitsOf } from "./words.js";

/** @import { ComparedLabel, Label, Mark, Passage, Reading } from "./types" */

const [YES, NO] = ["1", "0"];

/** A label of the book by its id, one of a reader's own by its name. @type {(label: Label, book: string[]) => string} */
export const labelKey = ({ id, name }, book) => (book.includes(id) ? id : `own: ${name.toLowerCase()}`);

/**
 * How far readings agree on each label that any of them has marked. All are of the text of the first.
 * @type {(readings: Reading[], book: string[]) => ComparedLabel[]}
 */
export function compareReadings(readings, book) {
  const { words } = readings[0];
  const { point } = countPoints(words);
  const places = unitsOf(words).map(([start, end]) => ({ start: point(start), end: point(end) }));
  const lines = lineOf(words, places.length);
  const names = new Map(readings.flatMap(({ labels }) => labels.map((label) => [labelKey(label, book), label.name])));
  return [...names].flatMap(([key, name]) => {
    const decided = readings.map(({ labels, marks }) => {
      const ids = labels.filter((label) => labelKey(label, book) === key).map(({ id }) => id);
      return decisions(marks.filter(({ label }) => ids.includes(label)), places);
    });
    if (!decided.some((one) => one.includes(YES))) return [];
    const units = places.map((_, n) => decided.map((one) => one[n]));
    const shares = units.map((unit) => unit.filter((value) => value === YES).length);
    return [{
      key,
      name,
      kappa: readings.length === 2 ? cohen(units.map(([one, other]) => [one, other])) : null,
      alpha: readings.length > 2 ? alphaBetween(units, lines) : null,
      marked: decided.map((one) => one.filter((value) => value === YES).length),
      shares,
      places,
      passages: passagesOf(decided, places),
    }];
  });
}

/** Of each word, whether it is marked. @type {(marks: Mark[], places: {start: number, end: number}[]) => string[]} */
function decisions(marks, places) {
  const found = places.map(() => NO);
  for (const { start, end } of marks) for (let n = firstAfter(places, start); n < places.length && places[n].start < end; n++) found[n] = YES;
  return found;
}

/** The line in which each word stands: words of one line are no independent draws. @type {(words: string, many: number) => number[]} */
function lineOf(words, many) {
  const lines = words.split("\n").flatMap((line, n) => unitsOf(line).map(() => n));
  return lines.length === many ? lines : Array.from({ length: many }, (_, n) => n);
}

/** Runs of words that anybody, or in a class a quarter, has marked, and who marked a word of each. @type {(decided: string[][], places: {start: number, end: number}[]) => Passage[]} */
function passagesOf(decided, places) {
  /** @type {Passage[]} */
  const found = [];
  let open = false;
  const least = decided.length > 2 ? decided.length / 4 : 1;
  places.forEach(({ start, end }, n) => {
    const by = decided.flatMap((one, reader) => (one[n] === YES ? [reader] : []));
    const last = found[found.length - 1];
    if (by.length >= least && open) Object.assign(last, { end, by: [...new Set([...last.by, ...by])].sort((a, b) => a - b) });
    else if (by.length >= least) found.push({ start, end, by });
    open = by.length >= least;
  });
  return found;
}

/** How near a passage is to splitting its readers in half, 0 to 1. @type {(passage: Passage, readers: number) => number} */
export const splitOf = ({ by }, readers) => 1 - Math.abs((2 * by.length) / readers - 1);

/** A figure of agreement in words; the bounds are Krippendorff's, 0.8 and 0.667, and below them ours. @type {(value: number) => string} */
export const agreementWords = (value) =>
  value >= 0.8 ? "nearly alike"
    : value >= 0.667 ? "alike enough for first conclusions"
      : value >= 0.4 ? "alike in part"
        : value > 0.1 ? "little more alike than by chance"
          : "no more alike than by chance";
