// What the views of all kinds share. A kind's view.js puts into `views` how it is answered: reading the answer off the
// page's own inputs, putting one back, and showing why. Feedback is set as text and never as markup.

/** @import { Answer, Changed, Exercise, Feedback, Kind, Verdict, Views } from "./types" */

const WORDS = { right: "Right", partly: "Partly", wrong: "Not this", missed: "Missed", left: "Left out", shared: "You too", differs: "Other label", theirs: "Not you", yours: "You alone", recorded: "Recorded" };

export const views = /** @type {Views} */ ({});

/** @type {<K extends Kind>(root: HTMLElement, exercise: Exercise<K>, changed: Changed) => Answer} */
export const viewOf = (root, exercise, changed) => views[exercise.kind](root, exercise, changed);

/**
 * The inputs of the answer, each of which tells that it has changed.
 * @type {(root: HTMLElement, changed: Changed) => HTMLInputElement[]}
 */
export function inputsOf(root, changed) {
  const inputs = [...root.querySelectorAll(".wss-item input")];
  inputs.forEach((input) => input.addEventListener(input.type === "text" ? "input" : "change", () => changed()));
  return inputs;
}

/** @type {(feedback: Feedback[], verdict: Verdict) => number} */
export const tally = (feedback, verdict) => feedback.filter((f) => f.verdict === verdict).length;

/** @type {(root: HTMLElement, feedback: Feedback[]) => void} */
export function noteAll(root, feedback) {
  for (const said of feedback) note(root.querySelector(`[data-about="${said.about}"]`), said);
}

/**
 * A verdict in words and a reason, below what they are about.
 * @type {(item: HTMLElement, said: Omit<Feedback, "about">) => void}
 */
export function note(item, { verdict, text, lead }) {
  const said = document.createElement("p");
  said.className = "wss-note";
  said.dataset.verdict = verdict;
  const word = document.createElement("strong");
  word.textContent = `${WORDS[verdict]}. `;
  said.append(word, lead ? `${lead}. ` : "", text);
  item.append(said);
}

/** @param {HTMLElement} root */
export const clearNotes = (root) => root.querySelectorAll(".wss-note, .wss-reasons").forEach((n) => n.remove());
