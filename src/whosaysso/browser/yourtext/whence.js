// Where a text comes from: what it tells of itself, and where its reader found it. What it does not tell stays empty.

import { asked, element } from "./making.js";

/** @import { Step, Table } from "./types" */

export const QUESTIONS = /** @type {Record<string, [name: string, question: string, help?: string][]>} */ ({
  "What the text tells": [["title", "Its title"], ["author", "Who wrote it?"], ["outlet", "Who published it?"], ["date", "When?"], ["place", "From where?"],
    ["quoted", "Who is quoted by name?"], ["look_up", "What can be looked up?", "a link, a document, a name of an office"]],
  "How it came to you": [["address", "Where did you see it?"], ["found", "Who passed it on, and when?"], ["note", "Anything else"]],
});

/** @type {(table: Table) => Step} */
export function whenceStep({ root, reading, change }) {
  const form = root.querySelector('[data-panel="whence"] .wss-fields');
  /** @type {Map<string, HTMLInputElement>} */
  const fields = new Map();
  for (const [title, questions] of Object.entries(QUESTIONS)) {
    const group = element("fieldset", {}, element("legend", { class: "wss-prompt" }, title));
    for (const [name, question, help = ""] of questions) {
      const field = element("input", { type: "text", maxlength: "2000", autocomplete: "off", dir: "auto" });
      field.addEventListener("input", () => {
        const { [name]: _, ...rest } = reading().provenance;
        change({ provenance: field.value.trim() ? { ...rest, [name]: field.value.trim() } : rest });
      });
      fields.set(name, field);
      group.append(asked(question, field, help));
    }
    form?.append(group);
  }
  const show = () => fields.forEach((field, name) => {
    if (field !== field.ownerDocument.activeElement) field.value = reading().provenance[name] ?? "";
  });
  return { show, update: show };
}
