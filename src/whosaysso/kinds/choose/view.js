// How one answer is picked.

import { told } from "../verdict.js";
import { clearNotes, inputsOf, noteAll, views } from "../views.js";

views.choose = (root, exercise, changed) => {
  const inputs = inputsOf(root, changed);
  return {
    more: true,
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
};
