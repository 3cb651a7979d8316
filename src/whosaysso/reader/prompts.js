// Words that may prompt a reader who asks, each with the rule it comes from: the twin of prompts.py. Nothing is graded by them.

import { countPoints } from "./points.js";

/** @import { Prompt, PromptList } from "./types" */

const FIGURE = "[\\p{L}\\p{N}_]*\\p{Nd}(?:[\\p{L}\\p{N}_.,:/\\-]*[\\p{L}\\p{N}_])?%?";
const [NOT_AFTER, NOT_BEFORE] = ["(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])"];

/** Every place at which the list prompts, in order, each place once. @type {(words: string, list: PromptList) => Prompt[]} */
export function promptsIn(words, { rules }) {
  const { point } = countPoints(words);
  const found = rules.flatMap((rule) => [...words.matchAll(patternOf(rule))].map((match) => ({ start: match.index, end: match.index + match[0].length, why: rule.why })));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Prompt[]} */
  const once = [];
  for (const prompt of found) if (!once.length || prompt.start >= once[once.length - 1].end) once.push(prompt);
  return once.map(({ start, end, why }) => ({ start: point(start), end: point(end), why }));
}

/** @type {(rule: PromptList["rules"][0]) => RegExp} */
function patternOf({ words, digits = false }) {
  const longest = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
  const parts = [...(longest.length ? [`${NOT_AFTER}(?:${longest.join("|")})${NOT_BEFORE}`] : []), ...(digits ? [FIGURE] : [])];
  return new RegExp(parts.join("|"), "giu");
}
