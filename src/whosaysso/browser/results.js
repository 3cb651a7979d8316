// A reader's results, from the reader's own records: what to do next, how far they are, and how well they judge.

import { points, standing, sum } from "./counting.js";
import { firstsOf, olderOf } from "./judgement/firsts.js";
import { tellBelief, tellSureness } from "./judgement/judged.js";
import { tellMarks } from "./judgement/marked.js";
import { barOf, dayOf, linkTo, make } from "./judgement/shapes.js";
import { worthDoing } from "./judgement/steps.js";
import { mounted } from "./mounted.js";
import { tellPolls } from "./polls.js";

/** @import { Coded, Grouped, Judged } from "./judgement/types" */
/** @import { HandIn, Occasion, Standing } from "./types" */

/** @typedef {Standing & {core: boolean}} Placed */

export const resultsView = mounted("[data-results]", (root, model) => {
  /** @type {{sets: Record<string, Grouped>, exercises: Judged[], occasions: Occasion[], sureness: string[], tests: string[], coded: Record<string, Coded[]>, pages: Record<string, {title: string, href: string | null}>}} */
  const { sets, exercises, occasions, sureness, tests, coded, pages } = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const work = model.get("work");
    const told = (/** @type {string} */ set) => sets[set].mode !== "deferred" || model.get("told").includes(set);
    /** @type {Placed[]} */
    const all = exercises.map((e) => ({ ...standing(e, sets[e.set], work, told(e.set)), core: e.core }));
    const firsts = firstsOf(exercises, work, told);
    const order = orderOf(work, sets, exercises);
    const formOf = (/** @type {number} */ occasion) => Object.keys(sets).find((set) => sets[set].form === order[occasion]) ?? "";
    const at = (/** @type {number} */ occasion) => work.finished[formOf(occasion)];

    root.querySelector(".wss-printed").textContent = dayOf(Date.now());
    root.querySelector(".wss-results-said").textContent = saidOfAll(all);
    const steps = worthDoing({ exercises, sets, pages, work, firsts, at, now: Date.now() });
    root.querySelector(".wss-steps").replaceChildren(...steps.map((step) => make("li", linkTo(step), " ", make("span.wss-why", step.why))));
    for (const core of [true, false])
      fillRows(root.querySelector(core ? ".wss-path" : ".wss-more"), (id) => all.filter((s) => s.set === id && s.core === core));
    fillRows(root.querySelector(".wss-by-kind"), (id) => all.filter((s) => s.kind === id));
    root.querySelectorAll("[data-occasion]").forEach((row, occasion) => {
      const id = formOf(occasion);
      row.querySelectorAll("th")[0].replaceChildren(`${tests[occasion]}${id ? ": " : ""}`, ...(id ? [linkTo({ title: sets[id].title, href: sets[id].href })] : []));
      fill(row, all.filter((s) => s.set === id));
    });
    tellSureness(root, firsts, sureness);
    tellBelief(root, firsts);
    tellMarks(root, firsts, coded);
    tellPolls(root, occasions, sureness, work.attempts);
    const older = olderOf(exercises, work);
    root.querySelector(".wss-older").hidden = !older.length;
    root.querySelector(".wss-older ul").replaceChildren(...older.map(({ exercise, attempt }) => make("li", linkTo(exercise), ` – answered on ${dayOf(Date.parse(attempt.at))}`)));
  }

  root.querySelector(".wss-print").addEventListener("click", () => print());
  model.on("change:told", show);
  model.on("change:work", show);
  show();
});

/** Which form was taken before, after and later: as dealt, or else as they were begun. @type {(work: HandIn, sets: Record<string, Grouped>, exercises: Judged[]) => string} */
function orderOf(work, sets, exercises) {
  const letters = new Map(exercises.map((e) => [e.id, sets[e.set].form ?? ""]));
  return work.form ?? [...new Set(work.attempts.map((a) => letters.get(a.exercise) ?? ""))].join("");
}

/** @param {Placed[]} all */
function saidOfAll(all) {
  const many = (/** @type {boolean} */ core) => all.filter((s) => s.core === core);
  const answered = (/** @type {Placed[]} */ some) => some.filter((s) => s.answered).length;
  if (!answered(all)) return "No exercise answered yet. Answer one, and it shows here.";
  const mine = sum(all);
  return `${answered(many(true))} of ${many(true).length} exercises of the path answered, and ${answered(many(false))} of ${many(false).length} others. `
    + (mine.of ? `${points(mine.points)} of ${points(mine.of)} points on those that are scored.` : "None of them has a score yet.");
}

/** @type {(table: HTMLElement, members: (id: string) => Standing[]) => void} */
const fillRows = (table, members) => table.querySelectorAll("[data-row]").forEach((row) => fill(row, members(String(row.dataset.row))));

/**
 * Tell in the cells of a row what its members come to.
 * @type {(row: HTMLElement, members: Standing[]) => void}
 */
function fill(row, members) {
  const { points: earned, of } = sum(members);
  const [answered, scored, note] = row.querySelectorAll("td");
  const done = members.filter((m) => m.answered).length;
  answered.replaceChildren(members.length ? `${done} of ${members.length}` : "–", ...(members.length ? [barOf(done, members.length)] : []));
  scored.replaceChildren(of ? `${points(earned)} of ${points(of)}` : "–", ...(of ? [barOf(earned, of)] : []));
  note.textContent = remarks(members);
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
