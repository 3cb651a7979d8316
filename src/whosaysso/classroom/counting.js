// What counts in one hand-in, every answer graded again: the twin of desk/rows.py and work/counted.py.

import { RULES, grade } from "../kinds/grading.js";
import { fixed } from "./cells.js";

/** @import { Graded } from "../kinds/types" */
/** @import { Attempt, HandIn } from "../browser/types" */
/** @import { Answer, Asked, Course, Row, Sum, Text } from "./types" */

export const OCCASIONS = ["before", "after", "later"];
const EARLIEST = Date.UTC(2025, 6, 1);
const DAY = 86_400_000;

/** When, in milliseconds and parts of one, as exactly as it is written. @param {string} at */
export const timeOf = (at) => Date.parse(at) + Number(`0.${/\.\d{3}(\d+)/.exec(at)?.[1] ?? 0}`);

/** @type {(points?: number, of?: number) => Sum} */
export const sumOf = (points = 0, of = 0) => ({ points, of });
/** Whole percents, a half upwards; null where nothing could be scored. @type {(sum: Sum | undefined) => number | null} */
export const percent = (sum) => (sum?.of ? Math.floor(100 * sum.points / sum.of + 0.5 + 1e-9) : null);

/** What a grader gives, remembered: in a class many give the same answer. @type {(asked: Asked, response: unknown) => Graded} */
export function gradedOnce(asked, response) {
  const key = JSON.stringify(response);
  const known = asked.known.get(key) ?? grade(/** @type {any} */ (asked.question), response);
  asked.known.set(key, known);
  return known;
}

/** The attempt that counts at an exercise, of those at the exercise as it now is. @type {(asked: Asked, attempts: Attempt[]) => { attempt: Attempt, score: number | null } | null} */
function counted(asked, attempts) {
  const now = attempts.filter((a) => a.version === asked.question.version);
  const candidates = { first: now.slice(0, 1), last: now.slice(-1), best: now }[asked.attempts];
  const each = candidates.map((attempt) => ({ attempt, score: asked.gradable ? gradedOnce(asked, attempt.response).score : null }));
  return each.reduce((/** @type {typeof each[0] | null} */ best, one) => (best && (best.score ?? -1) >= (one.score ?? -1) ? best : one), null);
}

/** Put a thing with the others of its name. @type {<N, T>(lists: Map<N, T[]>, name: N, thing: T) => void} */
export function addTo(lists, name, thing) {
  const list = lists.get(name);
  if (list) list.push(thing);
  else lists.set(name, [thing]);
}

/** @type {(work: HandIn, course: Course, now?: number) => Row} */
export function rowOf(work, course, now = Date.now()) {
  /** @type {Row} */
  const row = { answers: [], answered: 0, total: sumOf(0, course.scoredOf[""]), topics: new Map(), tests: new Map(), forms: new Map(), form: work.form ?? "", ungraded: false, notes: [] };
  for (const { exercise, at } of work.attempts)
    if (!(Date.parse(at) >= EARLIEST && Date.parse(at) <= now + 2 * DAY)) row.notes.push(`${exercise}: dated ${new Date(at).toISOString().slice(0, 10)}, when it cannot have been answered`);
  /** @type {Map<string, Attempt[]>} */
  const byExercise = new Map();
  for (const attempt of work.attempts) addTo(byExercise, attempt.exercise, attempt);
  for (const [name, attempts] of byExercise) {
    const asked = course.asked.get(name);
    const answer = asked && answerOf(asked, attempts, row.notes);
    if (answer) row.answers.push(answer);
    else row.ungraded = true;
    if (!asked) row.notes.push(`${name}: there is no such exercise`);
  }
  row.answered = row.answers.length;
  sumUp(row, course);
  return row;
}

/** @type {(asked: Asked, attempts: Attempt[], notes: string[]) => Answer | null} */
function answerOf(asked, attempts, notes) {
  const name = asked.question.id;
  const found = counted(asked, attempts);
  if (!found) {
    notes.push(`${name}: the exercise was changed since; not graded`);
    return null;
  }
  const { attempt, score } = found;
  const claimed = attempt.rules === RULES ? attempt.claimed : null;
  const differs = score !== null && typeof claimed === "number" && Math.abs(claimed - score) > 1e-6;
  if (differs) notes.push(`${name}: the file claims ${fixed(100 * Number(claimed), 0)}%, the answer scores ${fixed(100 * score, 0)}%`);
  return { asked, attempt, number: attempts.indexOf(attempt) + 1, score, differs };
}

/** @type {(row: Row, course: Course) => void} */
function sumUp(row, course) {
  /** @type {Map<string, number>} */
  const begun = new Map();
  for (const { asked, score } of row.answers) {
    if (score === null) continue;
    const points = score * asked.worth;
    if (asked.form) begun.set(asked.form, (begun.get(asked.form) ?? 0) + points);
    else {
      const { points: had, of } = row.topics.get(asked.topic) ?? sumOf();
      row.topics.set(asked.topic, sumOf(had + points, of + asked.worth));
    }
    row.total = sumOf(row.total.points + points, row.total.of);
  }
  row.forms = new Map([...begun].map(([form, points]) => [form, sumOf(points, course.scoredOf[form])]));
  OCCASIONS.forEach((when, n) => row.forms.has(row.form[n]) && row.tests.set(when, row.forms.get(row.form[n]) ?? sumOf()));
}

/** Every text that a person has to read, in the order of the book: the twin of desk/writing.py. @type {(work: HandIn, course: Course) => Text[]} */
export function textsOf(work, course) {
  /** @type {Text[]} */
  const found = [];
  for (const asked of course.asked.values()) {
    if (asked.question.kind !== "write") continue;
    const name = asked.question.id;
    const mine = work.attempts.filter((a) => a.exercise === name);
    const last = mine[mine.length - 1];
    const draft = Object.hasOwn(work.drafts, name) ? work.drafts[name] : undefined;
    const first = textOf(counted(asked, mine)?.attempt.response);
    const now = textOf(draft && !(last && timeOf(last.at) > timeOf(draft.at)) ? draft.response : last?.response);
    if (first || now) found.push({ exercise: name, text: first || now, draft: !first });
  }
  return found;
}

/** @param {Record<string, unknown> | undefined} response */
const textOf = (response) => (typeof response?.text === "string" ? response.text.trim() : "");
