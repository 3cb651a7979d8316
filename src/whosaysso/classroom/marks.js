// What a class marked in a passage, word by word, and the passage on which it split.

import { readMarks } from "../kinds/mark/grade.js";
import { quoted } from "./answers.js";

/** @import { Item, Question, Share } from "./types" */

const FEWEST_MARKED = 5;
const NEARLY_HALF = 0.25;

/** Of each word how many marked it, under whatever label. @param {Item} item */
export function heatOf({ asked, answers }) {
  const { question } = asked;
  const words = question.words ?? [];
  const heat = words.map(() => 0);
  for (const { answer } of answers) {
    const marks = readMarks(answer.attempt.response.words, (question.labels ?? []).map(({ id }) => id), words.length);
    for (const word of new Set([...marks.values()].flatMap((set) => [...set]))) heat[word] += 1;
  }
  return heat;
}

/** The key's passages, or the codings', each with the share that marked some of it under whatever label. @type {(item: Item, heat: number[]) => Share[]} */
export function sharesOf(item, heat) {
  const { question } = item.asked;
  return keyed(question).map(({ from, to, label }) => {
    const many = Math.max(...heat.slice(from, to + 1));
    return { said: quoted(question, from, to), from, label: question.labels?.find(({ id }) => id === label)?.label ?? label, many, of: item.answers.length };
  });
}

/** What the class marked beside the key: runs of words that at least a fourth has marked. @type {(item: Item, heat: number[]) => Share[]} */
export function besideKey({ asked: { question }, answers: { length: of } }, heat) {
  const inKey = new Set(keyed(question).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)));
  /** @type {Share[]} */
  const found = [];
  for (let from = 0; from < heat.length; from++) {
    let to = from;
    while (to < heat.length && heat[to] >= of / 4 && !inKey.has(to)) to += 1;
    if (to === from) continue;
    found.push({ said: quoted(question, from, to - 1), from, label: "", many: Math.max(...heat.slice(from, to)), of });
    from = to;
  }
  return found;
}

/** @param {Question} question @returns {{ from: number, to: number, label: string }[]} */
export const keyed = ({ key }) => key.passages ?? key.marks;

/** The passage that about half of the class marked. @type {(items: Item[]) => (Share & { item: Item, around: string }) | null} */
export function splitOf(items) {
  const marked = items.filter(({ asked, answers }) => asked.question.kind === "mark" && answers.length >= FEWEST_MARKED);
  const shares = marked.flatMap((item) => {
    const heat = heatOf(item);
    return [...sharesOf(item, heat), ...besideKey(item, heat)].map((share) => ({ ...share, item }));
  });
  const apart = (/** @type {Share} */ { many, of }) => Math.abs(many / of - 0.5);
  const [split] = shares.filter((share) => apart(share) <= NEARLY_HALF).sort((a, b) => apart(a) - apart(b));
  return split ? { ...split, around: sentenceOf(split) } : null;
}

/** The sentence that a passage begins in. @param {Share & { item: Item }} share */
function sentenceOf({ item: { asked: { question } }, from }) {
  const sentence = (question.sentences ?? []).find((one) => one.from <= from && from <= one.to);
  return sentence ? quoted(question, sentence.from, sentence.to) : "";
}
