// How a number, or a lowest and a highest, is written.

import { twoReadings } from "../grammar.js";
import { told } from "../verdict.js";
import { clearNotes, inputsOf, noteAll, views } from "../views.js";

views.number = (root, exercise, changed) => {
  const inputs = inputsOf(root, changed);
  inputs.forEach((input) => input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) root.querySelector(".wss-check").click();
  }));
  return {
    read: () => Object.fromEntries(inputs.map((i) => [i.name, i.value])),
    write: (response) => inputs.forEach((i) => (i.value = typeof response?.[i.name] === "string" ? String(response[i.name]) : "")),
    missing(names) {
      const values = names.map((n) => inputs.find((i) => i.name === n)?.value ?? "");
      const unsure = values.find(twoReadings);
      const ways = twoReadings(unsure);
      if (ways) return `“${unsure}” is read in two ways, as ${ways[0]} and as ${ways[1]}. Write the one that you mean, without a sign between its digits or with a point before the decimals.`;
      if (inputs.every((i) => !i.value.trim())) return "Write a number first.";
      return `This is not a number: ${values.map((value) => value || "an empty field").join(", ")}. Write it in digits, such as 33 or 1,000.`;
    },
    show({ feedback }, everything) {
      const { key } = exercise;
      const others = (key.bands ?? []).filter((b) => b.feedback !== feedback[0].text).map((b) => ({ ...told("number", b.credit, b.feedback), lead: b.from === b.to ? `${b.from}` : `${b.from} to ${b.to}` }));
      if (everything) noteAll(root, key.bands ? others : [{ ...told("range", 1, key.feedback.right), lead: `${key.low} to ${key.high}` }]);
      return feedback[0].text;
    },
    clear: () => clearNotes(root),
  };
};
