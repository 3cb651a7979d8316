// How a text is written, and marked by its writer afterwards.

import { readWords } from "../grammar.js";
import { clearNotes, noteAll, tally, views } from "../views.js";

views.write = (root, exercise, changed) => {
  const text = root.querySelector("textarea");
  const boxes = [...root.querySelectorAll(".wss-rubric input")];
  const rubric = root.querySelector(".wss-rubric");
  rubric.hidden = true;
  const most = Number(text.dataset.most);
  const count = () => readWords(text.value).length;
  text.addEventListener("input", () => {
    shown();
    changed();
  });
  boxes.forEach((box) => box.addEventListener("change", () => changed({ kept: true })));

  /** What is written stands on paper too, and a text that is too long is told and never cut. */
  function shown() {
    root.querySelector(".wss-length").textContent = `${count()} words so far`;
    root.querySelector(".wss-written").textContent = text.value;
    const over = text.value.length - most;
    root.querySelector(".wss-long").textContent = over > 0
      ? `Your text has ${text.value.length} characters, ${over} more than the ${most} that fit. Nothing is cut: shorten it before you check.`
      : "";
  }
  shown();

  return {
    read: () => ({ text: text.value, rubric: boxes.filter((b) => b.checked).map((b) => b.value) }),
    write(response) {
      text.value = typeof response?.text === "string" ? response.text : "";
      shown();
      boxes.forEach((b) => (b.checked = Array.isArray(response?.rubric) && response.rubric.includes(b.value)));
    },
    graded: ({ text: written }) => written, // the rubric is marked afterwards
    unready: () => (text.value.length > most ? "Your text is too long: shorten it first." : ""),
    missing: ([name]) => (name === "text" ? "Nothing is written yet." : `That is ${count()} words. With ${exercise.least} you see what is there, and one good answer.`),
    show({ feedback }) {
      noteAll(root, feedback);
      rubric.hidden = false;
      const model = document.createElement("blockquote");
      model.className = "wss-note wss-model";
      model.append("One good answer: ", exercise.key.model);
      rubric.after(model);
      if (!feedback.length) return "A machine cannot judge a reason: mark yourself below, and compare.";
      const unfit = exercise.key.checks.some((check, n) => check.absent && feedback[n].verdict === "missed");
      return `${unfit ? "No report yet: words stand in it that a fair report cannot keep. " : ""}${tally(feedback, "right")} of ${feedback.length} things that a machine can see are there. It has not judged your text: mark yourself below, and compare.`;
    },
    clear() {
      clearNotes(root);
      rubric.hidden = true;
    },
  };
};
