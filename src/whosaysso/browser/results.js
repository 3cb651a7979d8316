// Progress and points, by chapter and by kind, from a reader's own records.

import { mounted } from "./mounted.js";
import { tellPolls } from "./polls.js";

/** @import { Counted, Counting, HandIn, Occasion, Standing } from "./types" */

export const resultsView = mounted("[data-results]", (root, model) => {
  /** @type {{sets: Record<string, Counting>, exercises: Counted[], occasions: Occasion[], sureness: string[]}} */
  const { sets, exercises, occasions, sureness } = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const work = model.get("work");
    const all = exercises.map((e) => standing(e, sets[e.set], work));
    const answered = all.filter((s) => s.answered).length;
    const mine = sum(all);
    root.querySelector(".wss-results-said").textContent = answered
      ? `${answered} of ${all.length} exercises answered. ${mine.of ? `${points(mine.points)} of ${points(mine.of)} points on those that are scored.` : "None of them has a score yet."}`
      : "No exercise answered yet. Answer one, and it shows here.";
    tellPolls(root, occasions, sureness, work.attempts);
    for (const group of /** @type {const} */ (["set", "kind"]))
      root.querySelectorAll(`.wss-by-${group} [data-row]`).forEach((row) => fill(row, all.filter((s) => s[group] === row.dataset.row)));
  }

  model.on("change:work", show);
  show();
});

/**
 * What one exercise adds: the attempt that counts, where there is one that this edition's exercise can be scored by.
 * @type {(exercise: Counted, counting: Counting, work: HandIn) => Standing}
 */
function standing({ id, set, kind, version, points, scored }, { mode, attempts }, work) {
  const mine = work.attempts.filter((a) => a.exercise === id);
  const now = mine.filter((a) => a.version === version);
  const untold = mode === "deferred" && !(set in work.finished);
  const claimed = now.map((a) => a.claimed).filter((c) => c !== null);
  const counts = { first: claimed[0], last: claimed[claimed.length - 1], best: Math.max(...claimed) }[attempts];
  const has = scored && claimed.length > 0 && !untold;
  return { set, kind, answered: mine.length > 0, points: has ? counts * points : 0, of: has ? points : 0,
    untold: untold && now.length > 0, unscored: !scored && now.length > 0, changed: mine.length > 0 && !now.length };
}

/**
 * Tell in the cells of a row what its members come to.
 * @type {(row: HTMLElement, members: Standing[]) => void}
 */
function fill(row, members) {
  const { points: earned, of } = sum(members);
  const said = [`${members.filter((m) => m.answered).length} of ${members.length}`, of ? `${points(earned)} of ${points(of)}` : "–", remarks(members)];
  row.querySelectorAll("td").forEach((cell, n) => (cell.textContent = said[n]));
}

/** @param {Standing[]} all */
const sum = (all) => ({ points: all.reduce((n, s) => n + s.points, 0), of: all.reduce((n, s) => n + s.of, 0) });
/** @param {number} number */
const points = (number) => String(Math.round(number * 10) / 10);

/** @param {Standing[]} members */
function remarks(members) {
  const many = (/** @type {"untold" | "unscored" | "changed"} */ what) => members.filter((m) => m[what]).length;
  return [
    many("untold") && `${many("untold")} told when the set is finished`,
    many("unscored") && `${many("unscored")} not scored`,
    many("changed") && `${many("changed")} changed since`,
  ].filter(Boolean).join("; ");
}
