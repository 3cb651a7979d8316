// Where a reader's marks differ from the codings: of passages on which coders differ too, so that nothing is scored.
// It counts as the kind "mark" does beside coders, whose grader this page does not carry.

import { count } from "../words.js";
import { linkTo, make } from "./shapes.js";

/** @import { Coded, First } from "./types" */

/** The section stays hidden until such a passage is marked. @type {(root: HTMLElement, firsts: First[], coded: Record<string, Coded[]>) => void} */
export function tellMarks(root, firsts, coded) {
  const items = firsts.filter(({ exercise }) => coded[exercise.id]).map(({ exercise, attempt }) => {
    const passages = coded[exercise.id];
    const { shared, differs, alone } = besideCodings(marksIn(attempt.response.words), passages);
    const left = passages.length - shared - differs;
    const said = [`Of ${count(passages.length, "passage")} that codings mark, ${shared} ${shared === 1 ? "is" : "are"} yours too`,
      differs && `to ${differs} you gave another label`, left && `${left} you left out`, alone && `${count(alone, "passage")} you marked alone`];
    return make("li", linkTo(exercise), " ", make("span.wss-why", `${said.filter(Boolean).join("; ")}.`));
  });
  root.querySelector(".wss-marks").hidden = !items.length;
  root.querySelector(".wss-marks ul").replaceChildren(...items);
}

/** The numbers of the words under each label, in order; what is no list is none. @type {(given: unknown) => [string, number[]][]} */
const marksIn = (given) => Object.entries(given ?? {}).map(([label, words]) => [label, Array.isArray(words) ? [...words].sort((a, b) => a - b) : []]);

/** @type {(marks: [string, number[]][], passages: Coded[]) => {shared: number, differs: number, alone: number}} */
function besideCodings(marks, passages) {
  const counts = { shared: 0, differs: 0, alone: 0 };
  const within = (/** @type {number} */ word) => passages.some(([, from, to]) => from <= word && word <= to);
  for (const [label, from, to] of passages) {
    const mine = marks.filter(([, words]) => words.some((word) => from <= word && word <= to)).map(([name]) => name);
    if (mine.length) counts[mine.includes(label) ? "shared" : "differs"] += 1;
  }
  for (const [, words] of marks) {
    const stray = words.filter((word) => !within(word));
    counts.alone += stray.filter((word, n) => word !== stray[n - 1] + 1).length;
  }
  return counts;
}
