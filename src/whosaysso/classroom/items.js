// What the answers say of each exercise: how easy it was, how well it tells apart, who left it out, what went wrong.

import { discrimination } from "../measures/discrimination.js";
import { facility } from "../measures/wilson.js";
import { wrongsOf } from "./answers.js";
import { addTo } from "./counting.js";

/** @import { Class, Course, Found, Item, Student } from "./types" */

const OTHERS = 3; // scored answers beside an exercise, below which nobody knows how a student does otherwise
const ANSWERS = 5; // below which an exercise is not among those that went worst

/** Every exercise that somebody answered, in the order of the book. @type {(found: Class, course: Course) => Item[]} */
export function itemsOf({ students }, course) {
  /** @type {Map<string, Found[]>} */
  const answered = new Map();
  /** @type {Map<string, Student[]>} */
  const began = new Map();
  for (const student of students) {
    for (const answer of student.row.answers) addTo(answered, answer.asked.question.id, { student, answer });
    for (const set of new Set(student.row.answers.map(({ asked }) => asked.set))) addTo(began, set, student);
  }
  const sums = new Map(students.map((student) => [student, sumOfScores(student)]));
  return [...course.asked.values()].filter(({ question }) => answered.has(question.id)).map((asked) => {
    const answers = answered.get(asked.question.id) ?? [];
    const scored = answers.filter(({ answer }) => answer.score !== null).map(({ student, answer }) => ({ score: Number(answer.score), ...rest(sums.get(student), Number(answer.score)) }));
    const known = scored.filter(({ others }) => others >= OTHERS);
    const done = new Set(answers.map(({ student }) => student));
    return {
      asked, answers,
      facility: asked.scored ? facility(scored.map(({ score }) => score)) : null,
      discrimination: asked.scored ? discrimination(known.map(({ score }) => score), known.map(({ mean }) => mean)) : null,
      leftBy: (began.get(asked.set) ?? []).filter((student) => !done.has(student)),
      wrongs: asked.scored ? wrongsOf(asked, answers) : [],
    };
  });
}

/** @param {Student} student */
function sumOfScores({ row }) {
  const scores = row.answers.map(({ score }) => score).filter((score) => score !== null);
  return { sum: scores.reduce((sum, score) => sum + score, 0), many: scores.length };
}

/** How a student does without this exercise. @type {(all: { sum: number, many: number } | undefined, score: number) => { others: number, mean: number }} */
function rest(all, score) {
  const others = (all?.many ?? 1) - 1;
  return { others, mean: others ? ((all?.sum ?? 0) - score) / others : 0 };
}

/** The exercises that went worst, the worst first. @type {(items: Item[], students: number, many?: number) => Item[]} */
export const worst = (items, students, many = 3) => items
  .filter((item) => item.facility && item.answers.length >= Math.min(ANSWERS, students) && item.facility.value < 1)
  .sort((a, b) => Number(a.facility?.value) - Number(b.facility?.value)).slice(0, many);

/** From the one that tells best apart to the one that does worst; those of which it is not known come last. @param {Item[]} items */
export const byDiscrimination = (items) => items.filter((item) => item.facility)
  .sort((a, b) => (b.discrimination?.value ?? -2) - (a.discrimination?.value ?? -2));
