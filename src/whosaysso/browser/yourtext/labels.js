// The labels by which a text is marked: the book's, and one's own, each with the rule by which it is given.

import { asked, element, pressable } from "./making.js";

/** @import { Table } from "./types" */

const MOST = 50;

/** @type {(table: Table, chosen: () => void) => {active(): string, name(): string, choose(number: number): boolean, update(): void}} */
export function labelsOf(table, chosen) {
  const { root, reading, change, say } = table;
  const box = root.querySelector(".wss-labels");
  const rule = root.querySelector(".wss-rule");
  const own = root.querySelector(".wss-own");
  const name = `label-${Math.random().toString(36).slice(2)}`;
  let [active, drawn, ruled] = ["", "", ""];

  const here = () => reading().labels.find(({ id }) => id === active) ?? reading().labels[0];

  function update() {
    const { labels, sha256 } = reading();
    if (!labels.some(({ id }) => id === active)) active = labels[0].id;
    const key = `${sha256} ${labels.map(({ id, name: words }) => `${id} ${words}`).join()}`;
    if (key !== drawn) box.replaceChildren(element("legend", {}, "Mark"), ...labels.map(radio));
    drawn = key;
    box.querySelectorAll("input").forEach((input) => (input.checked = input.value === active));
    if (ruled !== `${sha256} ${active}`) showRule();
  }

  /** @type {(label: {id: string, name: string}, number: number) => HTMLElement} */
  function radio({ id, name: words }, number) {
    const input = element("input", { type: "radio", name, value: id });
    input.addEventListener("change", () => choose(number));
    return element("label", {}, input, " ", element("span", { "data-label": String(number), dir: "auto" }, words));
  }

  /** The rule of the label in use, which its reader may write anew. */
  function showRule() {
    const { id, name: words, rule: text = "" } = here();
    ruled = `${reading().sha256} ${id}`;
    const field = element("textarea", { rows: "2", maxlength: "2000", dir: "auto" });
    field.value = text;
    field.addEventListener("input", () => change({ labels: reading().labels.map((label) => (label.id === id ? { ...label, rule: field.value.trim() } : label)) }));
    rule.replaceChildren(element("summary", {}, `What is marked as “${words}”?`), asked("The rule, in your words if you like", field));
  }

  /** @param {number} number */
  function choose(number) {
    const label = reading().labels[number];
    if (!label) return false;
    const other = label.id !== active;
    active = label.id;
    update();
    if (other) {
      say(`Marking as ${label.name}.`);
      chosen();
    }
    return true;
  }

  const field = element("input", { type: "text", maxlength: "80", autocomplete: "off", dir: "auto" });
  const add = () => {
    const words = field.value.trim();
    const { labels } = reading();
    if (!words) return say("Give the label a name first.");
    if (labels.some((label) => label.name === words)) return say("There is a label of this name already.");
    if (labels.length >= MOST) return say(`There are ${MOST} labels, and no more can be kept.`);
    const taken = new Set(labels.map(({ id }) => id));
    let number = 1;
    while (taken.has(`own-${number}`)) number += 1;
    field.value = "";
    change({ labels: [...labels, { id: `own-${number}`, name: words, rule: "" }] }, `A new label: ${words}.`);
    choose(labels.length);
    return undefined;
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  });
  own.append(asked("Its name", field), pressable("Add it", add));
  return { active: () => here().id, name: () => here().name, choose, update };
}
