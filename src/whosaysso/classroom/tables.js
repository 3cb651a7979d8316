// grades.csv and items.csv, as the desk writes them: the twin of desk/grades.py and desk/items.py.

import { MARK, asTable, fixed } from "./cells.js";
import { OCCASIONS, percent } from "./counting.js";
import { plainly } from "./plain.js";
import { readInWords } from "./words.js";

/** @import { Cell } from "./cells.js" */
/** @import { Class, Course, Student } from "./types" */

const LONGEST_CELL = 300;
const ITEMS = ["student", "code", "exercise", "topic", "kind", "attempt", "score", "points", "sure", "answer", "date"];

/** @type {(found: Class, course: Course) => string} */
export function gradesTable({ students }, course) {
  const unplaced = course.forms.filter((form) => students.some(({ row }) => !row.form && row.forms.has(form)));
  const occasions = course.forms.length ? OCCASIONS : [];
  const header = ["student", "code", "answered", "points", "of", "percent", ...course.topics.values(), ...occasions, ...unplaced.map((form) => `test ${form}`)];
  /** @type {(student: Student) => (number | null)[]} */
  const figures = ({ row }) => [row.answered, row.total.points, row.total.of, percent(row.total),
    ...[...course.topics.keys()].map((topic) => percent(row.topics.get(topic))), ...occasions.map((when) => percent(row.tests.get(when))),
    ...unplaced.map((form) => (row.form ? null : percent(row.forms.get(form))))];
  const columns = students.map(figures);
  /** @type {Cell[][]} */
  const rows = students.map(({ person, row, paths }, n) => [person.shown, person.code, ...columns[n].map(short),
    row.form, row.notes.map((note) => plainly(note, LONGEST_CELL)).join("; "), paths.join("; ")]);
  if (rows.length) rows.push([`Class (${rows.length})`, "", ...columns[0].map((_, n) => meanOf(columns.map((each) => each[n]), n)), "", "the mean of those who have a figure", ""]);
  return MARK + asTable([[...header.map((name, n) => (n < 6 ? name : `${name} %`)), "form", "notes", "file"], ...rows]);
}

/** @type {(found: Class, course: Course) => string} */
export function itemsTable({ students }, course) {
  const rows = students.flatMap(({ person, row }) => row.answers.map(({ asked, attempt, number, score }) => [
    cut(person.shown), person.code, asked.question.id, occasionOf(asked.form, row.form) ?? course.topics.get(asked.topic) ?? "", asked.question.kind, number,
    score, score === null ? null : score * asked.worth, attempt.confidence ?? null, cut(readInWords(attempt.response)), new Date(attempt.at).toISOString().slice(0, 16).replace("T", " ")]));
  return MARK + asTable([ITEMS, ...rows]);
}

/** @type {(form: string, order: string) => string | null} */
const occasionOf = (form, order) => (form ? OCCASIONS[order.indexOf(form)] ?? `test ${form}` : null);
/** @param {string} text */
const cut = (text) => [...text].slice(0, LONGEST_CELL).join("");
/** Points with two decimals at most. @param {number | null} figure */
const short = (figure) => (figure === null ? null : Number(fixed(figure, 2)));

/** Points are means of parts, all else of whole numbers. @type {(column: (number | null)[], n: number) => number | null} */
function meanOf(column, n) {
  const there = column.filter((figure) => figure !== null);
  if (!there.length) return null;
  const mean = there.reduce((sum, figure) => sum + figure, 0) / there.length;
  return n === 1 || n === 2 ? Number(fixed(mean, 2)) : Math.floor(mean + 0.5);
}
