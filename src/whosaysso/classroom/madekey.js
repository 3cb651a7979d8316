// Exercises outside the book: their key as a course, which then stands in the place of the book's. The twin of made_course.

import { withKey } from "../browser/maker/asking.js";
import { lackingIn } from "../browser/maker/lacking.js";
import { grade } from "../kinds/grading.js";
import { isObject } from "../kinds/verdict.js";

/** @import { Exercise } from "../kinds/types" */
/** @import { Asked, Course } from "./types" */

const NO_KEY = "This is not a key of exercises that were made with this book, or it is damaged.";
const MOST_ANSWERS = 5_000;

/** @type {(book: Course, text: string) => Course} */
export function madeCourse(book, text) {
  try {
    const made = JSON.parse(text);
    if (made.format !== "who-says-so/exercises/1" || made.exercises.some(lacks)) throw new Error(NO_KEY);
    const asked = new Map(made.exercises.map((/** @type {any} */ item) => [item.id, askedOf(withKey(item))]));
    const of = [...asked.values()].filter(({ scored }) => scored).length;
    return { ...book, book: made.book, asked, topics: new Map([["made", made.title]]), sets: new Map([["made", made.title]]), forms: [], scoredOf: { "": of } };
  } catch {
    throw new Error(NO_KEY);
  }
}

/** @param {any} item */
const lacks = (item) => !isObject(item) || lackingIn(/** @type {any} */ (item)).length > 0;

/** @type {(question: any) => Asked} */
function askedOf(question) {
  const byMachine = question.kind !== "write";
  return { question, topic: "made", set: "made", form: "", worth: 1, attempts: "first", gradable: byMachine, scored: byMachine, guessing: guessingAt(question), known: new Map() };
}

/** What any answer earns on average, where there are few enough to try them all; marks and numbers are not guessed. @param {any} question */
function guessingAt(question) {
  const answers = answersTo(question);
  const earned = answers.slice(0, MOST_ANSWERS).map((answer) => grade(/** @type {Exercise} */ (question), answer).score ?? 0);
  return earned.reduce((sum, one) => sum + one, 0) / (earned.length || 1);
}

/** @type {(question: any) => Record<string, unknown>[]} */
function answersTo({ kind, options = [], statements = [], classes = [] }) {
  if (kind === "choose") return options.map((/** @type {any} */ { id }) => ({ choice: id }));
  if (kind === "choose-all") return everyWay(options.length, 2).map((way) => ({ choices: options.filter((/** @type {any} */ _, /** @type {number} */ n) => way[n]).map((/** @type {any} */ { id }) => id) }));
  if (kind === "sort" || kind === "judge") return everyWay(statements.length, classes.length).map((way) => ({ classes: Object.fromEntries(statements.map((/** @type {any} */ { id }, /** @type {number} */ n) => [id, classes[way[n]].id])) }));
  return [];
}

/** Every way to give each of `many` one of so many numbers, or the first few thousand. @type {(many: number, choices: number) => number[][]} */
function everyWay(many, choices) {
  const all = Math.min(MOST_ANSWERS, choices ** many);
  return Array.from({ length: all }, (_, n) => Array.from({ length: many }, (_each, place) => Math.floor(n / choices ** place) % choices));
}
