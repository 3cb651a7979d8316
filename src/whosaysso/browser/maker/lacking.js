// What an exercise needs before anybody can be asked it and graded: what Exercise.unsound says in Python.

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
    need(claims.length === 5 || claims.length === 6, `It has ${countOf(claims.length, "claim")}, and needs five or six.`);
  } else if (item.kind === "sort") {
    need(classes.length >= 2, `It has ${countOf(classes.length, "class", "classes")}, and needs two.`);
    need(statements.length >= 3, `It has ${countOf(statements.length, "statement")}, and needs three.`);
    for (const { id, label } of classes) need(statements.some((/** @type {any} */ one) => one.class === id), `No statement belongs to “${label}”.`);
  } else if (item.kind === "number") {
    need(Boolean(item.unit), "Say what is counted.");
    need(bands.some((/** @type {any} */ one) => one.credit === 1), "No number is right.");
    need(bands.every((/** @type {any} */ one) => one.from <= one.to), "A row runs downwards: write the lower number first.");
    need(bands.every((/** @type {any} */ a, /** @type {number} */ n) => bands.slice(0, n).every((/** @type {any} */ b) => a.to < b.from || b.to < a.from)), "Two rows hold the same number.");
  } else if (item.kind === "write") {
    need(item.rubric.length > 0, "Write at least one line by which the text is marked.");
    need(Boolean(item.model), "Write one good answer.");
  } else need(item.marks.length > 0, "Nothing is marked in this passage under these labels.");
  return wanting;
}
