// The answers by which a reader's judgement is measured: the first one to each exercise as it now is, once it is told.

/** @import { Attempt, HandIn } from "../types" */
/** @import { First, Judged } from "./types" */

export const SURELY = 0.75;
export const DOUBTFUL = 0.25;

/** Of the sets that may be told. @type {(exercises: Judged[], work: HandIn, told: (set: string) => boolean) => First[]} */
export const firstsOf = (exercises, work, told) => exercises.flatMap((exercise) => {
  if (!told(exercise.set)) return [];
  const mine = attemptsAt(exercise, work.attempts);
  const [attempt] = mine;
  const put = mine.slice(1).some(({ claimed }) => claimed === 1);
  return attempt ? [{ exercise, attempt, score: exercise.scored ? attempt.claimed : null, sure: attempt.confidence ?? null, mended: put }] : [];
});

/** The attempts at an exercise as it now is. @type {(exercise: {id: string, version: string}, attempts: Attempt[]) => Attempt[]} */
export const attemptsAt = ({ id, version }, attempts) => attempts.filter((a) => a.exercise === id && a.version === version);

/** What was answered only before the exercise was changed, with the last such answer. @type {(exercises: Judged[], work: HandIn) => {exercise: Judged, attempt: Attempt}[]} */
export const olderOf = (exercises, work) => exercises.flatMap((exercise) => {
  const mine = work.attempts.filter((a) => a.exercise === exercise.id);
  const last = mine[mine.length - 1];
  return last && !attemptsAt(exercise, mine).length ? [{ exercise, attempt: last }] : [];
});

/** What was wrong though the reader was sure, the newest first. @type {(firsts: First[]) => First[]} */
export const sureYetWrong = (firsts) => newestFirst(firsts.filter(({ sure, score }) => sure !== null && sure >= SURELY && score !== null && score < 0.5));

/** What was right though the reader was not. @type {(firsts: First[]) => First[]} */
export const rightByLuck = (firsts) => newestFirst(firsts.filter(({ sure, score }) => sure !== null && sure <= DOUBTFUL && score === 1));

/** @type {(firsts: First[]) => First[]} */
const newestFirst = (firsts) => [...firsts].sort((a, b) => Date.parse(b.attempt.at) - Date.parse(a.attempt.at));
