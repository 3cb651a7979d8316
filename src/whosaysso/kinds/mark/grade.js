// Grading of marked passages: the twin of grade.py, which says what every part means.

import { kappa } from "../../measures/kappa.js";
import { graders } from "../grading.js";
import { graded, isObject, unanswered } from "../verdict.js";

/** @import { Feedback } from "../types" */
/** @import { Coder, Contested, Mark, Marks, Sure } from "./types" */

const LEAST_AGREEMENT = 0.4;
/** @type {(from: number, to: number) => number[]} */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** @type {(sets: Set<number>[]) => Set<number>} */
const union = (sets) => new Set(sets.flatMap((set) => [...set]));
/** @type {(all: Set<number>, some: Set<number>) => Set<number>} */
const less = (all, some) => new Set([...all].filter((n) => !some.has(n)));

graders.mark = (exercise, response) => {
  const { words, key } = exercise;
  const count = words.length;
  const labels = exercise.labels.map((label) => label.id);
  const marked = readMarks(response.words, labels, count);
  if (![...marked.values()].some((set) => set.size)) return unanswered("marks");
  if (key.coders) return graded(besidePeople(marked, key.coders, labels, count), besideCoders(marked, key, labels));
  const heads = (/** @type {string} */ label) => key.marks.filter((mark) => mark.label === label).flatMap((mark) => mark.head);
  const wanted = new Map(labels.map((label) => [label, new Set(heads(label))]));
  const needed = union([...wanted.values()]);
  const optional = new Set(key.marks.flatMap((mark) => range(mark.from, mark.to)).filter((n) => !needed.has(n)));
  const counted = new Map(labels.map((label) => [label, less(numbersOf(marked, label), optional)]));
  const feedback = key.marks.map((mark, number) => found(number, mark, words, numbersOf(marked, mark.label)));
  for (const label of labels) feedback.push(...strays(label, less(numbersOf(counted, label), numbersOf(wanted, label)), key, "wrong"));
  return graded(agreement(wanted, counted, count - optional.size, 0), feedback);
};

/** @type {(marks: Marks, label: string) => Set<number>} */
const numbersOf = (marks, label) => marks.get(label) ?? new Set();

/** @type {(a: Marks, b: Marks, count: number, floor?: number) => number} */
function agreement(a, b, count, floor = -1) {
  const where = kappa(union([...a.values()]), union([...b.values()]), count);
  const which = [...a.keys()].reduce((sum, label) => sum + Math.max(floor, kappa(numbersOf(a, label), numbersOf(b, label), count)), 0) / a.size;
  return (Math.max(floor, where) + which) / 2;
}

/** @type {(marked: Marks, coders: Coder[], labels: string[], count: number) => number | null} */
function besidePeople(marked, coders, labels, count) {
  const people = coders.filter((coder) => coder.kind === "person").map((coder) => readMarks(coder.words, labels, count));
  const pairs = people.flatMap((a, n) => people.slice(n + 1).map((b) => agreement(a, b, count)));
  const among = pairs.length ? pairs.reduce((sum, k) => sum + k, 0) / pairs.length : 0;
  if (among < LEAST_AGREEMENT) return null;
  return Math.min(1, Math.max(0, people.reduce((sum, p) => sum + agreement(p, marked, count), 0) / people.length / among));
}

/** @type {(marked: Marks, key: Contested, labels: string[]) => Feedback[]} */
function besideCoders(marked, key, labels) {
  /** @type {Feedback[]} */
  const said = key.passages.map((passage, number) => {
    const mine = labels.filter((label) => range(passage.from, passage.to).some((n) => numbersOf(marked, label).has(n)));
    return { about: `passage-${number}`, verdict: !mine.length ? "theirs" : mine.includes(passage.label) ? "shared" : "differs", text: passage.said };
  });
  const coded = new Set(key.passages.flatMap((passage) => range(passage.from, passage.to)));
  return said.concat(labels.flatMap((label) => strays(label, less(numbersOf(marked, label), coded), key, "yours")));
}

/** @type {(given: unknown, labels: string[], count: number) => Marks} */
export function readMarks(given, labels, count) {
  const words = isObject(given) ? given : {};
  return new Map(labels.map((label) => {
    const numbers = Array.isArray(words[label]) ? words[label] : [];
    return [label, new Set(numbers.filter((n) => Number.isInteger(n) && n >= 0 && n < count))];
  }));
}

/** @type {(number: number, mark: Mark, words: string[], mine: Set<number>) => Feedback} */
function found(number, mark, words, mine) {
  const about = `mark-${number}`;
  if (!range(mark.from, mark.to).some((n) => mine.has(n))) return { about, verdict: "missed", text: mark.missed };
  const missing = mark.head.filter((n) => !mine.has(n)).map((n) => words[n]);
  if (!missing.length) return { about, verdict: "right", text: mark.found };
  return { about, verdict: "partly", text: `Still missing: “${missing.join(" ")}”. ${mark.found}` };
}

/** @type {(label: string, words: Set<number>, key: Sure | Contested, verdict: "wrong" | "yours") => Feedback[]} */
function strays(label, words, key, verdict) {
  /** @type {number[][]} */
  const runs = [];
  for (const word of [...words].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1] === word - 1) last.push(word);
    else runs.push([word]);
  }
  const beside = new Set(key.marks.filter((mark) => mark.label === label).flatMap((mark) => range(mark.from, mark.to)));
  return runs.map((run) => {
    const [from, to] = [run[0], run[run.length - 1]];
    const decoy = key.decoys.find((d) => d.from <= to && from <= d.to);
    const text = decoy ? decoy.feedback : beside.has(from - 1) || beside.has(to + 1) ? key.wider : key.otherwise;
    return { about: `words-${label}-${from}-${to}`, verdict, text };
  });
}
