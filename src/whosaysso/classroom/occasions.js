// The tests before, after and later: what the class gained, and how far each form measures one thing.

import { cronbach } from "../measures/cronbach.js";
import { effect } from "../measures/effect.js";
import { mean } from "../measures/moments.js";
import { OCCASIONS } from "./counting.js";

/** @import { Effect, Estimate } from "../measures/types" */
/** @import { Class, Course } from "./types" */

/** Each form on each occasion. @type {(found: Class, course: Course) => { when: string, form: string, students: number, mean: Estimate | null }[]} */
export const occasionsOf = ({ students }, { forms }) => OCCASIONS.flatMap((when, n) => forms.map((form) => {
  const shares = students.filter(({ row }) => row.form[n] === form && row.tests.has(when)).map(({ row }) => share(row.tests.get(when)));
  return { when, form, students: shares.length, mean: within(mean(shares)) };
})).filter(({ students: many }) => many);

/** What those gained who took both, whatever their forms were. @type {(found: Class) => { from: string, to: string, effect: Effect }[]} */
export const gainsOf = ({ students }) => [["before", "after"], ["before", "later"], ["after", "later"]].flatMap(([from, to]) => {
  const both = students.filter(({ row }) => row.tests.has(from) && row.tests.has(to));
  const found = effect(both.map(({ row }) => share(row.tests.get(from))), both.map(({ row }) => share(row.tests.get(to))));
  return found ? [{ from, to, effect: found }] : [];
});

/** Cronbach's alpha of each form, over those who answered all of it that a machine scores. @type {(found: Class, course: Course) => { form: string, items: number, students: number, alpha: Estimate | null }[]} */
export const reliability = ({ students }, course) => course.forms.map((form) => {
  const asked = [...course.asked.values()].filter((one) => one.form === form && one.scored);
  const table = students.map(({ row }) => asked.map((one) => row.answers.find((answer) => answer.asked === one)?.score ?? null))
    .filter((scores) => scores.every((score) => score !== null));
  return { form, items: asked.length, students: table.length, alpha: cronbach(/** @type {number[][]} */ (table)) };
}).filter(({ students: many }) => many);

/** No share lies below 0 or above 1, where Student's t knows no end. @param {Estimate | null} found */
const within = (found) => found && { ...found, low: Math.max(0, found.low), high: Math.min(1, found.high) };

/** @param {{ points: number, of: number } | undefined} sum */
const share = (sum) => (sum?.of ? sum.points / sum.of : 0);
