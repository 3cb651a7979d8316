// The next three things worth doing, each with why: what is due or half done before what is new.

import { count } from "../words.js";
import { attemptsAt, olderOf, sureYetWrong } from "./firsts.js";
import { scheduleOf } from "./schedule.js";

/** @import { HandIn } from "../types" */
/** @import { First, Grouped, Judged, Step } from "./types" */

const FEWEST_SCORED = 3;
const WELL = 0.8;
const MOST_NAMED = 3;
const REST = 14 * 86_400_000;

/**
 * @typedef {{exercises: Judged[], sets: Record<string, Grouped>, pages: Record<string, {title: string, href: string | null}>}} Contents
 * @typedef {Contents & {work: HandIn, firsts: First[], now: number, at: (occasion: number) => string | undefined}} Known
 */

/** @type {(known: Known) => Step[]} */
export const worthDoing = (known) => [testBefore, unfinished, due, sureOnes, onThePath, testAfter, testLater, weakest, changed, more]
  .map((rule) => rule(known)).filter((step) => step !== null).slice(0, 3);

/** @typedef {(known: Known) => Step | null} Rule */

const answered = (/** @type {Judged} */ { id }, /** @type {HandIn} */ { attempts }) => attempts.some((a) => a.exercise === id);
/** @type {(known: Known) => Judged[]} */
const leftOf = ({ exercises, work }) => exercises.filter((e) => e.core && !answered(e, work));
/** What can be practised: told at once, and scored by machine. @type {(contents: Pick<Contents, "exercises" | "sets">) => Judged[]} */
export const practisable = ({ exercises, sets }) => exercises.filter((e) => e.scored && sets[e.set].mode === "practice").sort((a, b) => Number(b.core) - Number(a.core));

/** @type {Rule} */
const testBefore = ({ exercises, work, pages }) =>
  exercises.some((e) => answered(e, work)) || !pages.before ? null : { ...pages.before, why: "It shows what you can do already, and only before you read." };

/** @type {Rule} */
function unfinished({ exercises, sets, work }) {
  const begun = Object.entries(sets).find(([id, { mode }]) => mode === "deferred" && !(id in work.finished) && exercises.some((e) => e.set === id && answered(e, work)));
  if (!begun) return null;
  const [id, { title, href }] = begun;
  const all = exercises.filter((e) => e.set === id);
  return { title: `Finish ${title}`, href, why: `${all.filter((e) => answered(e, work)).length} of ${all.length} tasks are answered. The test counts once it is finished.` };
}

/** @type {Rule} */
function due(known) {
  const topics = [...scheduleOf(practisable(known), known.work.attempts).values()].filter((topic) => topic.due <= known.now);
  const titles = topics.map(({ set }) => known.sets[set].title);
  return titles.length && known.pages.practise ? { ...known.pages.practise, why: `Due again: ${titles.slice(0, MOST_NAMED).join(", ")}${titles.length > MOST_NAMED ? ` and ${count(titles.length - MOST_NAMED, "topic")} more` : ""}.` } : null;
}

/** @type {Rule} */
function sureOnes({ firsts }) {
  const open = sureYetWrong(firsts).filter(({ mended }) => !mended);
  return open.length ? { ...open[0].exercise, why: "You were sure, and it was not right. Read why there, and answer once more." } : null;
}

/** @type {Rule} */
function onThePath(known) {
  const left = leftOf(known);
  return left.length ? { ...left[0], why: `It comes next on the path, where ${count(left.length, "exercise")} ${left.length === 1 ? "is" : "are"} left.` } : null;
}

/** @type {Rule} */
const testAfter = (known) =>
  leftOf(known).length || !known.pages.after || known.at(1) ? null : { ...known.pages.after, why: "You have been through the path, so this is the time for the second test." };

/** @type {Rule} */
function testLater({ pages, now, at }) {
  const after = at(1);
  return after && !at(2) && pages.later && now - Date.parse(after) >= REST ? { ...pages.later, why: "Two weeks have passed since your second test." } : null;
}

/** @type {Rule} */
function weakest({ exercises, sets, firsts, work }) {
  const topics = Object.entries(sets).filter(([, { mode }]) => mode === "practice").map(([id, set]) => {
    const scores = firsts.filter((f) => f.exercise.set === id).flatMap(({ score }) => (score === null ? [] : [score]));
    const unseen = exercises.filter((e) => e.set === id && !e.core && !attemptsAt(e, work.attempts).length);
    return { ...set, share: scores.reduce((sum, score) => sum + score, 0) / scores.length, scored: scores.length, unseen };
  }).filter(({ share, scored, unseen }) => scored >= FEWEST_SCORED && share < WELL && unseen.length);
  const [topic] = topics.sort((a, b) => a.share - b.share);
  return topic ? { title: `More on ${topic.title}`, href: topic.href, why: `You have ${Math.round(topic.share * 100)} of 100 there so far, and ${count(topic.unseen.length, "exercise")} not seen.` } : null;
}

/** @type {Rule} */
function changed({ exercises, work }) {
  const [older] = olderOf(exercises, work);
  return older ? { ...older.exercise, why: "It has changed since you answered, so your answer is not counted." } : null;
}

/** @type {Rule} */
function more({ exercises, sets, work }) {
  const unseen = exercises.find((e) => !e.core && sets[e.set].mode === "practice" && !answered(e, work));
  return unseen ? { ...unseen, why: `You have not seen it yet; it is of ${sets[unseen.set].title}.` } : null;
}
