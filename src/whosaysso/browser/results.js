// Progress and points, by chapter and by kind, from a reader's own records.

import { points, standing, sum } from "./counting.js";
import { mounted } from "./mounted.js";
import { tellPolls } from "./polls.js";

/** @import { Counted, Counting, Occasion, Standing } from "./types" */

export const resultsView = mounted("[data-results]", (root, model) => {
  /** @type {{sets: Record<string, Counting>, exercises: Counted[], occasions: Occasion[], sureness: string[]}} */
  const { sets, exercises, occasions, sureness } = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const work = model.get("work");
    const all = exercises.map((e) => standing(e, sets[e.set], work, model.get("told").includes(e.set)));
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
  model.on("change:told", show);
  show();
});

/**
 * Tell in the cells of a row what its members come to.
 * @type {(row: HTMLElement, members: Standing[]) => void}
 */
function fill(row, members) {
  const { points: earned, of } = sum(members);
  const said = [`${members.filter((m) => m.answered).length} of ${members.length}`, of ? `${points(earned)} of ${points(of)}` : "–", remarks(members)];
  row.querySelectorAll("td").forEach((cell, n) => (cell.textContent = said[n]));
}

/** @param {Standing[]} members */
function remarks(members) {
  const many = (/** @type {"untold" | "waiting" | "unscored" | "changed"} */ what) => members.filter((m) => m[what]).length;
  return [
    many("untold") && `${many("untold")} told when the set is finished`,
    many("waiting") && `${many("waiting")} told later: the page of the test says when`,
    many("unscored") && `${many("unscored")} not scored`,
    many("changed") && `${many("changed")} changed since`,
  ].filter(Boolean).join("; ");
}
