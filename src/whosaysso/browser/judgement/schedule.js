// When a topic is due again, and with which exercises: a pure function of the attempts, whatever their order.
// Five days at first, then 2.3 times as long after each success: both figures are those of Orbit, Andy Matuschak's
// cards for spaced practice. It multiplies the time that has really passed and goes back to no less than five days;
// here the planned pause is multiplied, a card is a topic, the machine grades, and a miss may bring a topic back sooner.

import { attemptsAt } from "./firsts.js";

/** @import { Attempt } from "../types" */
/** @import { Due, Practised } from "./types" */

const DAY = 86_400_000;
/** Answers to a topic within half a day of the first one are one sitting, which is a success or a miss as a whole. */
const SITTING = DAY / 2;
const FIRST_DAYS = 5;
const LEAST_DAYS = 1;
const FACTOR = 2.3;
/** The share of points that makes a sitting a success. */
const ENOUGH = 2 / 3 - 1e-9;
const AT_ONCE = 5;

/** Every topic that was met, by its set. @type {(exercises: Practised[], attempts: Attempt[]) => Map<string, Due>} */
export function scheduleOf(exercises, attempts) {
  const sets = new Map(exercises.map((e) => [`${e.id} ${e.version}`, e.set]));
  /** @type {Map<string, Due & {began: number, earned: number[], before: number | null, owed: boolean, was: number}>} */
  const found = new Map();
  for (const { exercise, version, at, claimed } of inOrder(attempts)) {
    const set = sets.get(`${exercise} ${version}`);
    if (set === undefined || claimed === null) continue;
    const now = Date.parse(at);
    let topic = found.get(set);
    if (!topic || now - topic.began >= SITTING) {
      topic = { set, interval: 0, last: 0, due: 0, began: now, earned: [], before: topic?.interval ?? null, owed: !topic || now >= topic.due, was: topic?.due ?? now };
      found.set(set, topic);
    }
    topic.earned.push(claimed);
    topic.last = now;
    topic.interval = intervalAfter(topic);
    const next = now + topic.interval * DAY;
    const success = succeeded(topic.earned);
    topic.due = Math.max(now + LEAST_DAYS * DAY, topic.owed ? next : success ? topic.was : Math.min(topic.was, next));
  }
  return new Map([...found].map(([set, { interval, last, due }]) => [set, { set, interval, last, due }]));
}

/** What was practised before it was due lengthens nothing. @type {(topic: {before: number | null, earned: number[], owed: boolean}) => number} */
function intervalAfter({ before, earned, owed }) {
  const success = succeeded(earned);
  if (before === null) return success ? FIRST_DAYS : FIRST_DAYS / FACTOR;
  if (!success) return Math.max(LEAST_DAYS, before / FACTOR);
  return owed ? before * FACTOR : before;
}

/** @param {number[]} earned */
const succeeded = (earned) => earned.reduce((sum, score) => sum + score, 0) / earned.length >= ENOUGH;

/**
 * The exercises of today: five at a time, a turn for each topic that was due when the day began, and which are done.
 * @type {<E extends Practised>(exercises: E[], attempts: Attempt[], began: number, now: number) => {exercise: E, done: boolean}[]}
 */
export function todaysFive(exercises, attempts, began, now) {
  const before = attempts.filter(({ at }) => Date.parse(at) < began);
  const due = [...scheduleOf(exercises, before).values()].filter((topic) => topic.due <= now);
  due.sort(soonest);
  const queues = due.map(({ set }) => inTurn(exercises.filter((e) => e.set === set), before));
  const chosen = queues.map(([first]) => first);
  for (let turn = 1; chosen.length < AT_ONCE && queues.some((queue) => queue.length > turn); turn++)
    chosen.push(...queues.flatMap((queue) => queue.slice(turn, turn + 1)).slice(0, AT_ONCE - chosen.length));
  const today = attempts.filter(({ at }) => Date.parse(at) >= began);
  const all = chosen.map((exercise) => ({ exercise, done: attemptsAt(exercise, today).length > 0 }));
  const first = all.findIndex(({ done }) => !done);
  const start = AT_ONCE * Math.floor((first < 0 ? Math.max(0, all.length - 1) : first) / AT_ONCE);
  return all.slice(start, start + AT_ONCE);
}

/**
 * Two short exercises of topics that were met, a turn for each topic, that first which is due first.
 * @type {<E extends Practised & {short: boolean}>(exercises: E[], attempts: Attempt[]) => E[]}
 */
export function twoFirst(exercises, attempts) {
  const met = [...scheduleOf(exercises, attempts).values()].sort(soonest);
  const queues = met.map(({ set }) => inTurn(exercises.filter((e) => e.set === set && e.short), attempts));
  return [0, 1].flatMap((turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).slice(0, 2);
}

/** @type {(a: Due, b: Due) => number} */
const soonest = (a, b) => a.due - b.due || (a.set < b.set ? -1 : 1);

/** What was never seen first, then what was answered longest ago. @type {<E extends Practised>(exercises: E[], attempts: Attempt[]) => E[]} */
function inTurn(exercises, attempts) {
  const last = new Map(exercises.map((e) => [e.id, Math.max(-Infinity, ...attemptsAt(e, attempts).map(({ at }) => Date.parse(at)))]));
  return [...exercises].sort((a, b) => (last.get(a.id) === last.get(b.id) ? 0 : Number(last.get(a.id)) - Number(last.get(b.id))));
}

/** By time, and of one moment by id: the same whatever file was loaded first. @param {Attempt[]} attempts */
const inOrder = (attempts) => [...attempts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
