// How a text is written, and marked by its writer afterwards.

import { clearNotes, noteAll, tally, views } from "../views.js";

views.write = (root, exercise, changed) => {
  const text = root.querySelector("textarea");
  const boxes = [...root.querySelectorAll(".wss-rubric input")];
  const rubric = root.querySelector(".wss-rubric");
  rubric.hidden = true;
  text.addEventListener("input", () => changed());
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
};
