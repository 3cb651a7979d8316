// What the answers say of each exercise: how easy it was, how well it tells apart, who left it out, what went wrong.

import { discrimination } from "../measures/discrimination.js";
import { facility } from "../measures/wilson.js";
import { wrongsOf } from "./answers.js";
import { addTo } from "./counting.js";
import { sliced } from "./slices.js";

/** @import { Asked, Class, Course, Found, Item, Student } from "./types" */

const OTHERS = 3; // scored answers beside an exercise, below which nobody knows how a student does otherwise
const ANSWERS = 5; // below which an exercise is not among those that went worst

/** Every exercise that somebody answered, in the order of the book. @type {(found: Class, course: Course) => Promise<Item[]>} */
export async function itemsOf({ students }, course) {
  /** @type {Map<string, Found[]>} */
  const answered = new Map();
  /** @type {Map<string, Student[]>} */
  const began = new Map();
  for (const student of students) {
    for (const answer of student.row.answers) addTo(answered, answer.asked.question.id, { student, answer });
    for (const set of new Set(student.row.answers.map(({ asked }) => asked.set))) addTo(began, set, student);
  }
  const sums = new Map(students.map((student) => [student, sumOfScores(student)]));
  const rest = sliced();
  /** @type {Item[]} */
  const items = [];
  for (const asked of course.asked.values()) {
    const answers = answered.get(asked.question.id);
    if (answers) items.push(itemOf(asked, answers, began.get(asked.set) ?? [], sums));
    await rest();
  }
  return items;
}

/** @typedef {Map<Student, { sum: number, many: number }>} Sums */

/** @type {(asked: Asked, answers: Found[], began: Student[], sums: Sums) => Item} */
function itemOf(asked, answers, began, sums) {
  const scored = answers.filter(({ answer }) => answer.score !== null).map(({ student, answer }) => ({ score: Number(answer.score), ...without(sums.get(student), Number(answer.score)) }));
  const known = scored.filter(({ others }) => others >= OTHERS);
  const done = new Set(answers.map(({ student }) => student));
  return {
    asked, answers,
    facility: asked.scored ? facility(scored.map(({ score }) => score)) : null,
    discrimination: asked.scored ? discrimination(known.map(({ score }) => score), known.map(({ mean }) => mean)) : null,
    leftBy: began.filter((student) => !done.has(student)),
    wrongs: asked.scored ? wrongsOf(asked, answers) : [],
  };
}

/** @param {Student} student */
function sumOfScores({ row }) {
  const scores = row.answers.map(({ score }) => score).filter((score) => score !== null);
  return { sum: scores.reduce((sum, score) => sum + score, 0), many: scores.length };
}

/** How a student does without this exercise. @type {(all: { sum: number, many: number } | undefined, score: number) => { others: number, mean: number }} */
function without(all, score) {
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
