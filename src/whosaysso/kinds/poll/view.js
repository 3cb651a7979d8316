// How a reader says what they think.

import { inputsOf, views } from "../views.js";

views.poll = (root, exercise, changed) => {
  const inputs = inputsOf(root, changed);
  return {
    read: () => ({ choice: inputs.find((i) => i.checked)?.value ?? null }),
    write: (response) => inputs.forEach((i) => (i.checked = i.value === response?.choice)),
    missing: () => "Choose one of the answers first.",
    show: ({ feedback }) => `Recorded. ${feedback.map((f) => f.text).join(" ")}`,
    clear: () => {},
  };
};
