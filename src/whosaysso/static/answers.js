// How each kind is answered: reading the answer off the page's own inputs, putting one back, and showing why.
// Every kind gives {read, write, show, clear, missing}; feedback is set as text and never as markup.

import { markPassage } from "./passage.js";

const WORDS = { right: "Right", partly: "Partly", wrong: "Not this", missed: "Missed" };

/** @type {Record<string, (root: HTMLElement, exercise: object, changed: () => void) => object>} */
export const answers = { choose: answerChoose, sort: answerSort, mark: answerMark };

function answerChoose(root, exercise, changed) {
  const inputs = radios(root, changed);
  return {
    read: () => ({ choice: inputs.find((i) => i.checked)?.value ?? null }),
    write: (response) => inputs.forEach((i) => (i.checked = i.value === response?.choice)),
    missing: () => "Choose one of the answers first.",
    show({ feedback }, everything) {
      for (const said of everything ? everyOption(exercise) : []) note(root.querySelector(`[data-about="${said.about}"]`), said);
      return feedback.map((f) => f.text).join(" ");
    },
    clear: () => clearNotes(root),
  };
}

const everyOption = (exercise) =>
  Object.entries(exercise.key.options).map(([about, { credit, feedback }]) => ({
    about, text: feedback, verdict: credit === 1 ? "right" : credit === 0 ? "wrong" : "partly",
  }));

function answerSort(root, exercise, changed) {
  const inputs = radios(root, changed);
  const place = (id) => exercise.statements.findIndex((s) => s.id === id) + 1;
  return {
    read: () => ({ classes: Object.fromEntries(inputs.filter((i) => i.checked).map((i) => [i.name, i.value])) }),
    write: (response) => inputs.forEach((i) => (i.checked = response?.classes?.[i.name] === i.value)),
    missing: (ids) => (ids.length === exercise.statements.length
      ? "Nothing is sorted yet: give each statement its place."
      : `Still to sort: ${ids.map(place).join(", ")}.`),
    show({ feedback }, everything) {
      for (const said of feedback) {
        const item = root.querySelector(`fieldset[data-about="${said.about}"]`);
        note(item, said);
        if (everything && said.verdict !== "right") {
          const { class: right, feedback: reasons } = exercise.key.statements[said.about];
          const label = exercise.classes.find((c) => c.id === right).label;
          note(item, { verdict: "right", text: `${label}. ${reasons[right]}` });
        }
      }
      return `${feedback.filter((f) => f.verdict === "right").length} of ${feedback.length} are right. The reasons stand below each.`;
    },
    clear: () => clearNotes(root),
  };
}

function answerMark(root, exercise, changed) {
  const passage = markPassage(root, exercise, changed);
  const quote = (from, to) => exercise.words.slice(from, to + 1).join(" ");
  const where = (about) => {
    const mark = /^mark-(\d+)$/.exec(about);
    if (mark) return exercise.key.marks[Number(mark[1])];
    const [from, to] = about.split("-").slice(-2).map(Number);
    return { from, to };
  };
  return {
    read: () => ({ words: passage.read() }),
    write: (response) => passage.write(response?.words ?? {}),
    missing: () => "Nothing is marked yet: mark at least one passage.",
    show({ feedback }, everything) {
      const list = document.createElement("ul");
      list.className = "wss-reasons";
      for (const said of feedback) {
        const { from, to } = where(said.about);
        const item = document.createElement("li");
        const words = document.createElement("q");
        words.textContent = quote(from, to);
        item.append(words);
        note(item, said);
        list.append(item);
      }
      root.querySelector(".wss-result").after(list);
      if (everything) passage.point(exercise.key.marks);
      const tally = (verdict) => feedback.filter((f) => f.verdict === verdict).length;
      return `${tally("right")} of ${exercise.key.marks.length} found whole, ${tally("partly")} in part, ${tally("missed")} missed; ${tally("wrong")} marked that are not.`;
    },
    clear() {
      clearNotes(root);
      passage.point([]);
    },
  };
}

function radios(root, changed) {
  const inputs = [...root.querySelectorAll(".wss-item input[type=radio]")];
  inputs.forEach((input) => input.addEventListener("change", changed));
  return inputs;
}

/** A verdict in words and a reason, below what they are about. */
function note(item, { verdict, text }) {
  const said = document.createElement("p");
  said.className = "wss-note";
  said.dataset.verdict = verdict;
  const word = document.createElement("strong");
  word.textContent = `${WORDS[verdict]}. `;
  said.append(word, text);
  item.append(said);
}

const clearNotes = (root) => root.querySelectorAll(".wss-note, .wss-reasons").forEach((n) => n.remove());
