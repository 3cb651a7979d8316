// Which class a statement was put in, beside the one of the key, and how well each class was told from the rest.

import { mean } from "../measures/moments.js";
import { signal } from "../measures/signal.js";
import { addTo } from "./counting.js";

/** @import { Estimate, Signal } from "../measures/types" */
/** @import { Found, Item, Question } from "./types" */

/** The class that an answer gives a statement, or nothing. @type {(question: Question, found: Found, statement: string) => string | null} */
function classOf(question, { answer }, statement) {
  const classes = /** @type {Record<string, unknown> | undefined} */ (answer.attempt.response.classes);
  const given = classes && typeof classes === "object" && Object.hasOwn(classes, statement) ? classes[statement] : null;
  return question.classes?.some(({ id }) => id === given) ? String(given) : null;
}

/** How often statements of each class of the key were put in each class. @type {(item: Item) => number[][]} */
export function confusions({ asked: { question }, answers }) {
  const ids = (question.classes ?? []).map(({ id }) => id);
  const table = ids.map(() => ids.map(() => 0));
  for (const found of answers) for (const [statement, key] of Object.entries(question.key.statements)) {
    const given = classOf(question, found, statement);
    if (given) table[ids.indexOf(key.class)][ids.indexOf(given)] += 1;
  }
  return table;
}

/** Each class against the rest, over the whole class of students. @type {(table: number[][]) => (Signal | null)[]} */
export const apart = (table) => table.map((row, n) => {
  const all = (/** @type {number[]} */ cells) => cells.reduce((sum, cell) => sum + cell, 0);
  const rest = table.filter((_, other) => other !== n);
  return signal(row[n], all(row), all(rest.map((cells) => cells[n])), all(rest.map(all)));
});

/** Whether what the evidence supports is believed, and nothing else: over all claims that were judged. @type {(items: Item[]) => number[] | null} */
export function believed(items) {
  const counts = [0, 0, 0, 0];
  for (const item of items.filter(({ asked }) => asked.question.kind === "judge")) {
    const at = (item.asked.question.classes ?? []).findIndex(({ id }) => id === "supports");
    if (at < 0) continue;
    confusions(item).forEach((row, n) => {
      counts[n === at ? 0 : 2] += row[at];
      counts[n === at ? 1 : 3] += row.reduce((sum, cell) => sum + cell, 0);
    });
  }
  return counts[1] && counts[3] ? counts : null;
}

/** Hits minus false alarms, with an interval over students: the claims that one of them judges are alike. @type {(items: Item[]) => Estimate | null} */
export function believedApart(items) {
  /** @type {Map<unknown, Item[]>} */
  const each = new Map();
  for (const item of items) for (const found of item.answers) addTo(each, found.student, { ...item, answers: [found] });
  return mean([...each.values()].flatMap((theirs) => {
    const counts = believed(theirs);
    return counts ? [counts[0] / counts[1] - counts[2] / counts[3]] : [];
  }));
}
