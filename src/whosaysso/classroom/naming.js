// How exercises and students are called: students: by their codes, and by name where that is asked for.

import { plainly } from "./plain.js";

/** @import { Asked, Shown, Student } from "./types" */

/** An exercise by its title; of those that share one, with what tells them apart. @param {Asked} asked */
export const titleOf = ({ question, form, when }) => question.title + (form ? ` (test ${form})` : when ? ` (${when.toLowerCase()})` : "");

/** @type {(student: Student, shown: Shown) => string} */
export function nameOf(student, { found, names }) {
  if (names) return plainly(student.person.shown, 60);
  return student.person.code ? plainly(student.person.code, 30) : `Student ${found.students.indexOf(student) + 1}`;
}

/** @type {(students: Student[], shown: Shown) => string} */
export const listOf = (students, shown) => `${students.length}: ${students.slice(0, 30).map((student) => nameOf(student, shown)).join(", ")}${students.length > 30 ? " …" : ""}`;
