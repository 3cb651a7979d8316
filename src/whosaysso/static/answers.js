// How each kind is answered: reading the answer off the page's own inputs, putting one back, and showing why.
// Every kind gives {read, write, show, clear, missing}; feedback is set as text and never as markup.

import { markPassage } from "./passage.js";
import { told } from "./verdict.js";

const WORDS = { right: "Right", partly: "Partly", wrong: "Not this", missed: "Missed", left: "Left out", shared: "You too", differs: "Other label", theirs: "Not you" };

/** @type {Record<string, (root: HTMLElement, exercise: object, changed: () => void) => object>} */
export const answers = {
  choose: answerChoose, "choose-all": answerChooseAll, sort: answerSort, judge: answerSort, number: answerNumber, rank: answerRank,
  mark: answerMark, write: answerWrite,
};

function answerChoose(root, exercise, changed) {
  const inputs = inputsOf(root, changed);
  return {
    read: () => ({ choice: inputs.find((i) => i.checked)?.value ?? null }),
    write: (response) => inputs.forEach((i) => (i.checked = i.value === response?.choice)),
    missing: () => "Choose one of the answers first.",
    show({ feedback }, everything) {
      const options = Object.entries(exercise.key.options).map(([about, { credit, feedback: text }]) => told(about, credit, text));
      noteAll(root, everything ? options : []);
      return feedback.map((f) => f.text).join(" ");
    },
    clear: () => clearNotes(root),
  };
}

function answerChooseAll(root, exercise, changed) {
  const inputs = inputsOf(root, changed);
  return {
    read: () => ({ choices: inputs.filter((i) => i.checked).map((i) => i.value) }),
    write: (response) => inputs.forEach((i) => (i.checked = Array.isArray(response?.choices) && response.choices.includes(i.value))),
    missing: () => "Choose at least one of the answers.",
    show({ feedback }, everything) {
      const rest = Object.entries(exercise.key.options).filter(([id, o]) => !o.right && !feedback.some((f) => f.about === id));
      noteAll(root, [...feedback, ...(everything ? rest.map(([about, o]) => ({ about, verdict: "left", text: o.feedback })) : [])]);
      return `${tally(feedback, "right")} rightly chosen, ${tally(feedback, "wrong")} wrongly, ${tally(feedback, "missed")} missed. The reasons stand below each.`;
    },
    clear: () => clearNotes(root),
  };
}

function answerSort(root, exercise, changed) {
  const inputs = inputsOf(root, changed);
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
      return `${tally(feedback, "right")} of ${feedback.length} are right. The reasons stand below each.`;
    },
    clear: () => clearNotes(root),
  };
}

function answerNumber(root, exercise, changed) {
  const inputs = inputsOf(root, changed);
  return {
    read: () => Object.fromEntries(inputs.map((i) => [i.name, i.value])),
    write: (response) => inputs.forEach((i) => (i.value = typeof response?.[i.name] === "string" ? response[i.name] : "")),
    missing: (names) => (inputs.every((i) => !i.value.trim())
      ? "Write a number first."
      : `This is not a number: ${names.map((n) => inputs.find((i) => i.name === n).value || "an empty field").join(", ")}. Write it in digits, such as 33 or 1,000.`),
    show({ feedback }, everything) {
      const { bands, otherwise } = exercise.key;
      const others = (bands ?? []).filter((b) => b.feedback !== feedback[0].text).map((b) => ({ ...told("number", b.credit, b.feedback), lead: b.from === b.to ? `${b.from}` : `${b.from} to ${b.to}` }));
      if (everything) noteAll(root, otherwise ? others : [{ ...told("range", 1, exercise.key.feedback.right), lead: `${exercise.key.low} to ${exercise.key.high}` }]);
      return feedback[0].text;
    },
    clear: () => clearNotes(root),
  };
}

function answerRank(root, exercise, changed) {
  const list = root.querySelector(".wss-rank");
  const said = root.querySelector(".wss-announce");
  const shown = exercise.sources.map((s) => s.id);
  const items = () => [...list.children];
  let touched = false;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const item = button.closest("li");
    const up = button.classList.contains("wss-up");
    if (up) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    touched = true;
    button.focus();
    said.textContent = `${items().indexOf(item) + 1} of ${items().length}: ${item.querySelector(".wss-rank-text").textContent}`;
    changed();
  });
  return {
    read: () => (touched ? { order: items().map((i) => i.dataset.about) } : {}),
    write(response) {
      const order = Array.isArray(response?.order) ? response.order : [];
      touched = order.length > 0;
      const place = (item) => (order.includes(item.dataset.about) ? order.indexOf(item.dataset.about) : shown.indexOf(item.dataset.about));
      list.append(...items().sort((a, b) => place(a) - place(b)));
    },
    missing: () => "Nothing is moved yet: put the sources in order first.",
    show({ feedback }, everything) {
      noteAll(root, feedback.map((f) => (everything ? { ...f, lead: `Step ${exercise.key.sources[f.about].step}` } : f)));
      return "The reasons stand below each.";
    },
    clear: () => clearNotes(root),
  };
}

function answerWrite(root, exercise, changed) {
  const text = root.querySelector("textarea");
  const boxes = [...root.querySelectorAll(".wss-rubric input")];
  const rubric = root.querySelector(".wss-rubric");
  rubric.hidden = true;
  text.addEventListener("input", changed);
  boxes.forEach((box) => box.addEventListener("change", () => changed({ kept: true })));
  return {
    read: () => ({ text: text.value, rubric: boxes.filter((b) => b.checked).map((b) => b.value) }),
    write(response) {
      text.value = typeof response?.text === "string" ? response.text : "";
      boxes.forEach((b) => (b.checked = Array.isArray(response?.rubric) && response.rubric.includes(b.value)));
    },
    graded: ({ text: written }) => written, // the rubric is marked afterwards
    missing: () => "Nothing is written yet.",
    show({ feedback }) {
      noteAll(root, feedback);
      rubric.hidden = false;
      const model = document.createElement("blockquote");
      model.className = "wss-note wss-model";
      model.append("One good answer: ", exercise.key.model);
      rubric.after(model);
      return `${tally(feedback, "right")} of ${feedback.length} things that a machine can see are there. It has not judged your text: mark yourself below, and compare.`;
    },
    clear() {
      clearNotes(root);
      rubric.hidden = true;
    },
  };
}

function answerMark(root, exercise, changed) {
  const passage = markPassage(root, exercise, changed);
  const quote = (from, to) => exercise.words.slice(from, to + 1).join(" ");
  const where = (about) => {
    const mark = /^(mark|passage)-(\d+)$/.exec(about);
    if (mark) return exercise.key[`${mark[1]}s`][Number(mark[2])];
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
      if (exercise.key.passages) {
        passage.point(exercise.key.passages);
        return `Compared, not scored. ${feedback.length - tally(feedback, "theirs")} of ${feedback.length} passages that codings mark are yours too.`;
      }
      if (everything) passage.point(exercise.key.marks);
      return `${tally(feedback, "right")} of ${exercise.key.marks.length} found whole, ${tally(feedback, "partly")} in part, ${tally(feedback, "missed")} missed; ${tally(feedback, "wrong")} marked that are not.`;
    },
    clear() {
      clearNotes(root);
      passage.point([]);
    },
  };
}

function inputsOf(root, changed) {
  const inputs = [...root.querySelectorAll(".wss-item input")];
  inputs.forEach((input) => input.addEventListener(input.type === "text" ? "input" : "change", () => changed()));
  return inputs;
}

const tally = (feedback, verdict) => feedback.filter((f) => f.verdict === verdict).length;

function noteAll(root, feedback) {
  for (const said of feedback) note(root.querySelector(`[data-about="${said.about}"]`), said);
}

/** A verdict in words and a reason, below what they are about. */
function note(item, { verdict, text, lead }) {
  const said = document.createElement("p");
  said.className = "wss-note";
  said.dataset.verdict = verdict;
  const word = document.createElement("strong");
  word.textContent = `${WORDS[verdict]}. `;
  said.append(word, lead ? `${lead}. ` : "", text);
  item.append(said);
}

const clearNotes = (root) => root.querySelectorAll(".wss-note, .wss-reasons").forEach((n) => n.remove());
