// What a student sees of an exercise, what its key is, and its version: what the kinds' schemas make of it in Python.
// Only what the page makes is here, so no places of the book's texts; tests/maker holds both to the same files.

import { isObject } from "../../kinds/verdict.js";
import { hashText } from "../../reader/hashing.js";

/** @import { Authored } from "./types" */

const WIDER = "These words run past the ones that belong to the mark: take only the words you need.";
const CROSSED = "Your lowest is higher than your highest: turn them round.";
const THREE = { supports: "Supports it", contradicts: "Contradicts it", open: "Cannot tell" };
const WORD_RUN = /[^\s—–]+/g;

/** @param {Authored} item */
const quotationOf = ({ text, origin }) => (text ? { place: origin, text } : null);
/** @param {Authored} item */
const optionsOf = ({ options }) => options.map((/** @type {any} */ { id, text }) => ({ id, text }));
/** @type {(item: Authored) => any[]} */
const checksOf = ({ checks = [] }) => checks;
/** @type {(parts: any[], value: (part: any) => unknown) => Record<string, unknown>} */
const byId = (parts, value) => Object.fromEntries(parts.map((part) => [part.id, value(part)]));

/** The words of a passage, numbered through, its lines the sentences. @param {string} text */
export function wordsOfLines(text) {
  /** @type {string[][]} */
  const [words, gaps] = [[], []];
  /** @type {{id: string, from: number, to: number}[]} */
  const sentences = [];
  text.split("\n").forEach((line, n) => {
    const found = [...line.trim().matchAll(WORD_RUN)];
    if (!line.trim()) return;
    const from = words.length;
    found.forEach(({ 0: word, index }, at) => {
      words.push(word);
      gaps.push(at + 1 < found.length ? line.trim().slice(index + word.length, found[at + 1].index) : " ");
    });
    sentences.push({ id: String(n + 1), from, to: words.length - 1 });
  });
  return { words, gaps, sentences };
}

/** The first and the last word that an anchor touches. @type {(joined: string, part: {exact: string, prefix?: string, suffix?: string}) => {from: number, to: number}} */
function spanOf(joined, { exact, prefix = "", suffix = "" }) {
  const once = joined.indexOf(exact) === joined.lastIndexOf(exact);
  const start = once ? joined.indexOf(exact) : joined.indexOf(prefix + exact + suffix) + prefix.length;
  const touched = wordPlaces(joined).flatMap(([a, b], n) => (a < start + exact.length && start < b ? [n] : []));
  return { from: touched[0], to: touched[touched.length - 1] };
}

/** Where each word stands. @type {(text: string) => number[][]} */
export const wordPlaces = (text) => [...text.matchAll(WORD_RUN)].map(({ 0: word, index }) => [index, index + word.length]);

/** The passage as one line. @param {string} text */
export const joinedLines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).join(" ");

/** @type {Record<string, (item: Authored) => object>} */
const SEEN = {
  choose: (item) => ({ quotation: quotationOf(item), options: optionsOf(item) }),
  "choose-all": (item) => ({ quotation: quotationOf(item), options: optionsOf(item) }),
  judge: ({ evidence, claims }) => ({ evidence, classes: Object.entries(THREE).map(([id, label]) => ({ id, label })), statements: claims.map((/** @type {any} */ { id, text }) => ({ id, text, sentence: null })) }),
  sort: ({ classes, statements }) => ({ classes, statements: statements.map((/** @type {any} */ { id, text }) => ({ id, text, sentence: null })) }),
  number: (item) => ({ quotation: quotationOf(item), unit: item.unit, range: Boolean(item.range) }),
  write: (item) => ({ quotation: quotationOf(item), length: item.words, least: item.least ?? 1, rubric: item.rubric, checks: checksOf(item).map(({ id, label }) => ({ id, label })) }),
  mark: ({ labels, origin, text }) => ({ labels, origin, ...wordsOfLines(text) }),
};

/** @type {Record<string, (item: Authored) => object>} */
const KEYS = {
  choose: ({ options }) => ({ options: byId(options, ({ credit, feedback }) => ({ credit, feedback })) }),
  "choose-all": ({ options }) => ({ options: byId(options, ({ right, feedback }) => ({ right, feedback })) }),
  judge: ({ claims }) => ({ statements: byId(claims, ({ verdict, feedback }) => ({ class: verdict, feedback })) }),
  sort: ({ classes, statements }) => ({ statements: byId(statements, (one) => ({ class: one.class, feedback: byId(classes, ({ id }) => one.feedback[id] ?? one.feedback.otherwise) })) }),
  number: ({ bands, otherwise, range }) => range ? { ...range, feedback: { crossed: CROSSED, ...range.feedback } } : ({ bands: [...bands].sort((a, b) => a.from - b.from), otherwise: { credit: 0, ...otherwise } }),
  write: (item) => ({ checks: checksOf(item).map(({ id, words = [], without = [], within = null, met, unmet }) => ({ id, words: words.length ? words : [without], within, absent: without.length > 0, met, unmet })), model: item.model }),
  mark({ text, marks, decoys = [], otherwise }) {
    const joined = joinedLines(text);
    const places = wordPlaces(joined);
    return {
      marks: marks.map((/** @type {any} */ mark) => {
        const { from, to } = spanOf(joined, mark);
        const start = places[from][0] + joined.slice(places[from][0], places[to][1]).indexOf(mark.head ?? "");
        const head = places.flatMap(([a, b], n) => (mark.head === undefined ? n >= from && n <= to : a < start + mark.head.length && start < b) ? [n] : []);
        return { label: mark.label, from, to, head, found: mark.found, missed: mark.missed };
      }),
      decoys: decoys.map((/** @type {any} */ decoy) => {
        const { from, to } = spanOf(joined, decoy);
        return { from, to, feedback: decoy.feedback };
      }),
      wider: WIDER,
      otherwise,
    };
  },
};

/** All that a student may see; `version` is a hash of the rest. @param {Authored} item @returns {any} */
export function questionOf(item) {
  const seen = { id: item.id, kind: item.kind, title: item.title, prompt: item.prompt, hint: null, ...SEEN[item.kind](item) };
  return { ...seen, version: hashText(asPython(seen)).slice(0, 12) };
}

/** What graders read. @param {Authored} item @returns {any} */
export const withKey = (item) => ({ ...questionOf(item), key: KEYS[item.kind](item) });

/** JSON as Python writes it, its keys in order, since it is hashed. @type {(value: unknown) => string} */
const asPython = (value) =>
  Array.isArray(value) ? `[${value.map(asPython).join(", ")}]`
    : isObject(value) ? `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}: ${asPython(value[name])}`).join(", ")}}`
      : JSON.stringify(value);
