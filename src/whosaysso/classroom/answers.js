// What was wrong in an answer, part by part, in words that a teacher reads: what was said, and what the reader was told.

import { readNumber } from "../kinds/grammar.js";
import { gradedOnce } from "./counting.js";

/** @import { Feedback } from "../kinds/types" */
/** @import { Asked, Found, Question, Wrong } from "./types" */

const NOT_RIGHT = ["wrong", "missed", "partly"];

/** What went wrong at an exercise, the commonest first. @type {(asked: Asked, answers: Found[]) => Wrong[]} */
export function wrongsOf(asked, answers) {
  /** @type {Map<string, Wrong>} */
  const found = new Map();
  for (const { answer } of answers) {
    for (const said of gradedOnce(asked, answer.attempt.response).feedback) {
      if (!NOT_RIGHT.includes(said.verdict)) continue;
      const words = saidOf(asked.question, answer.attempt.response, said);
      const wrong = found.get(words) ?? { said: words, why: said.text, many: 0 };
      wrong.many += 1;
      found.set(words, wrong);
    }
  }
  return [...found.values()].sort((a, b) => b.many - a.many);
}

/** @type {(question: Question, response: Record<string, any>, said: Feedback) => string} */
function saidOf(question, response, { about, verdict }) {
  const named = [...(question.options ?? []), ...(question.statements ?? []), ...(question.sources ?? [])].find(({ id }) => id === about)?.text ?? about;
  switch (question.kind) {
    case "choose": return named;
    case "choose-all": return `${verdict === "missed" ? "Left out" : "Chosen"}: ${named}`;
    case "rank": return `Out of place: ${named}`;
    case "number": return (question.range ? [response.low, response.high] : [response.number]).map((given) => numberOf(given)).join("–");
    case "mark": return markedAs(question, about, verdict);
    default: return `${named} → ${question.classes?.find(({ id }) => id === response.classes?.[about])?.label ?? "no answer"}`;
  }
}

/** A number as all write it. @param {unknown} given */
export const numberOf = (given) => String(readNumber(given) ?? "no number");

/** @type {(question: Question, about: string, verdict: string) => string} */
function markedAs(question, about, verdict) {
  const [, number] = /^mark-(\d+)$/.exec(about) ?? [];
  if (number) {
    const { from, to } = question.key.marks[Number(number)];
    return `${verdict === "missed" ? "Not marked" : "Marked in part"}: “${quoted(question, from, to)}”`;
  }
  const [from, to] = about.split("-").slice(-2).map(Number);
  return `Marked: “${quoted(question, from, to)}”`;
}

/** @type {(question: Question, from: number, to: number) => string} */
export const quoted = (question, from, to) => (question.words ?? []).slice(from, to + 1).join(" ");
