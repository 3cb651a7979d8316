// Where a chapter begins: two questions from earlier chapters, by what is due in this browser's record.

import { twoFirst } from "./judgement/schedule.js";
import { keptFrom, pageHere, topOfBook } from "./kept.js";
import { prefixOf } from "./prefix.js";
import { isAttempt } from "./record.js";

/** @import { Linked, Practised } from "./judgement/types" */

/** @typedef {Practised & Linked & {short: boolean, topic: string}} AskedAgain */

/** Two of topics that were met, in place of those that stand there for everybody. @param {string} book */
export function askEarlier(book) {
  const box = document.querySelector("[data-earlier]");
  const data = box?.querySelector("script")?.textContent;
  const [list, page] = [box?.querySelector("ul"), pageHere()];
  if (!data || !list) return;
  /** @type {AskedAgain[]} */
  const exercises = JSON.parse(data);

  function ask() {
    const attempts = [...keptFrom(`${prefixOf(book)}attempt:`).values()].filter(isAttempt).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const two = twoFirst(exercises, attempts);
    if (two.length === 2) list?.replaceChildren(...two.map((exercise) => asked(exercise, attempts.some((a) => a.exercise === exercise.id))));
  }

  /** What was answered before opens without that answer. @type {(exercise: AskedAgain, seen: boolean) => HTMLElement} */
  function asked(exercise, seen) {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = new URL(String(exercise.href), topOfBook()).href;
    link.textContent = exercise.title;
    const again = () => void page?.work.keepDraft(exercise, {});
    if (seen) ["click", "auxclick"].forEach((press) => link.addEventListener(press, again));
    item.append(link, ` (${exercise.topic})`);
    return item;
  }

  ask();
  addEventListener("storage", ask); // another tab
  addEventListener("pageshow", ask); // Back
}
