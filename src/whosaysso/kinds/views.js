// What the views of all kinds share. A kind's view.js puts into `views` how it is answered: reading the answer off the
// page's own inputs, putting one back, and showing why. Feedback is set as text and never as markup.

const WORDS = { right: "Right", partly: "Partly", wrong: "Not this", missed: "Missed", left: "Left out", shared: "You too", differs: "Other label", theirs: "Not you" };

/** Each gives {read, write, show, clear, missing}; `more` where other answers are worth a look though one's own was right. */
export const views = {};

/** The inputs of the answer, each of which tells that it has changed. */
export function inputsOf(root, changed) {
  const inputs = [...root.querySelectorAll(".wss-item input")];
  inputs.forEach((input) => input.addEventListener(input.type === "text" ? "input" : "change", () => changed()));
  return inputs;
}

export const tally = (feedback, verdict) => feedback.filter((f) => f.verdict === verdict).length;

export function noteAll(root, feedback) {
  for (const said of feedback) note(root.querySelector(`[data-about="${said.about}"]`), said);
}

/** A verdict in words and a reason, below what they are about. */
export function note(item, { verdict, text, lead }) {
  const said = document.createElement("p");
  said.className = "wss-note";
  said.dataset.verdict = verdict;
  const word = document.createElement("strong");
  word.textContent = `${WORDS[verdict]}. `;
  said.append(word, lead ? `${lead}. ` : "", text);
  item.append(said);
}

export const clearNotes = (root) => root.querySelectorAll(".wss-note, .wss-reasons").forEach((n) => n.remove());
