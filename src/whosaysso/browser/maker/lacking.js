// What an exercise needs before anybody can be asked it and graded: what Exercise.unsound says in Python.

import { graders } from "../../kinds/grading.js";
import "../../kinds/write/grade.js";
import { joinedLines, withKey } from "./asking.js";

/** @import { Authored } from "./types" */

/** @type {(count: number, one: string, many?: string) => string} */
export const countOf = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What an exercise needs before anybody can be asked it: each as a sentence. @type {(item: Authored) => string[]} */
export function lackingIn(item) {
  const wanting = item.prompt ? [] : ["Write the question."];
  const need = (/** @type {boolean} */ sound, /** @type {string} */ words) => sound || wanting.push(words);
  const { options = [], claims = [], classes = [], statements = [], bands = [] } = item;
  if (item.kind === "choose") {
    need(options.length >= 3, `It has ${countOf(options.length, "option")}, and needs three.`);
    need(options.some((/** @type {any} */ one) => one.credit === 1), "No option is right.");
  } else if (item.kind === "choose-all") {
    need(options.length >= 4, `It has ${countOf(options.length, "option")}, and needs four.`);
    need(new Set(options.map((/** @type {any} */ one) => one.right)).size === 2, "Have at least one option that fits and one that does not.");
  } else if (item.kind === "judge") {
    need(item.evidence.length > 0, "Say which part of the text is the evidence.");
    need(claims.length === 5 || claims.length === 6, `It has ${countOf(claims.length, "written claim")}, and needs five or six.`);
  } else if (item.kind === "sort") {
    need(classes.length >= 2, `It has ${countOf(classes.length, "class", "classes")}, and needs two.`);
    need(statements.length >= 3, `It has ${countOf(statements.length, "statement")}, and needs three.`);
    for (const { id, label } of classes) need(statements.some((/** @type {any} */ one) => one.class === id), `No statement belongs to “${label}”.`);
  } else if (item.kind === "number") {
    need(Boolean(item.unit), "Say what is counted.");
    if (item.range) {
      const { low, high, widest } = item.range;
      const given = [low, high, widest].every(Number.isFinite);
      need(given, "Write the lowest, the highest and the widest in digits.");
      need(!given || (low <= high && widest >= high - low && widest > 0), "The lowest is at most the highest, and an answer may be at least as wide as they are apart, and more than nought.");
      return wanting;
    }
    need(bands.every((/** @type {any} */ one) => Number.isFinite(one.from) && Number.isFinite(one.to)), "Write every number in digits, such as 33 or 1,000.");
    need(bands.some((/** @type {any} */ one) => one.credit === 1), "No number is right.");
    need(bands.every((/** @type {any} */ one) => one.from <= one.to), "A row runs downwards: write the lower number first.");
    need(bands.every((/** @type {any} */ a, /** @type {number} */ n) => bands.slice(0, n).every((/** @type {any} */ b) => a.to < b.from || b.to < a.from)), "Two rows hold the same number.");
  } else if (item.kind === "write") {
    need(item.rubric.length > 0, "Write at least one line by which the text is marked.");
    need(Boolean(item.model), "Write one good answer.");
    const { missing, feedback } = graders.write(withKey(item), { text: item.model });
    need(!item.model || !missing.length, `The good answer has fewer than ${item.least} words.`);
    (item.checks ?? []).forEach((/** @type {any} */ { label }, /** @type {number} */ n) => need(!item.model || missing.length > 0 || feedback[n].verdict === "right", `The good answer does not pass: ${label}`));
  } else {
    need(item.marks.length > 0, "Nothing is marked in this passage under these labels.");
    for (const { exact, head = exact } of item.marks) need(exact.split(head).length === 2, `“${head}” does not stand once in “${exact}”: copy the words that count from there.`);
    const passage = joinedLines(item.text);
    for (const { exact, prefix = "", suffix = "" } of item.decoys ?? []) need(passage.split(prefix + exact + suffix).length === 2, `“${exact}” does not stand in this passage.`);
  }
  return wanting;
}
