// The form of one exercise: what is asked of whoever makes it, kind by kind.

import { named } from "../../reader/mending.js";
import { asked, element, pressable } from "../yourtext/making.js";
import { authoredOf } from "./authoring.js";
import { lackingIn } from "./lacking.js";
import { KIND_NAMES } from "./sketching.js";

/** @import { Column, Desk, Made, Row, Sketch } from "./types" */

const WHY = { name: "why", asks: "Why", long: true };
/** @type {(...order: string[]) => Column} */
const credit = (...order) => ({ name: "credit", asks: "It is", choices: order.map((value) => [value, { 0: "wrong", "0.5": "partly right", 1: "right" }[value] ?? ""]) });
/** @type {Partial<Record<Made, {one: string, columns: Column[]}>>} */
const ROWS = {
  choose: { one: "Option", columns: [{ name: "text", asks: "Words" }, credit("0", "0.5", "1"), WHY] },
  "choose-all": { one: "Option", columns: [{ name: "text", asks: "Words" }, { name: "right", asks: "It", choices: [["no", "does not fit"], ["yes", "fits"]] }, WHY] },
  judge: { one: "Claim", columns: [{ name: "text", asks: "Words" }, { name: "verdict", asks: "The text", choices: [["open", "cannot tell"], ["supports", "supports it"], ["contradicts", "contradicts it"]] }, WHY] },
  sort: { one: "Statement", columns: [{ name: "text", asks: "Words" }, { name: "class", asks: "It belongs to", choices: [] }, WHY] },
  number: { one: "Number", columns: [{ name: "from", asks: "From" }, { name: "to", asks: "To, if it is a range" }, credit("1", "0.5", "0"), WHY] },
};
/** Single answers: their names, questions, and whether they take several lines. @type {Partial<Record<Made, [name: string, question: string, long: boolean][]>>} */
const SINGLE = {
  sort: [["classes", "The classes, one a line", true]],
  number: [["unit", "What is counted?", false], ["otherwise", "What do you tell every other number?", true]],
  write: [["words", "About how many words?", false], ["rubric", "By what is it marked? One line each", true], ["model", "One good answer, shown afterwards", true]],
  mark: [["otherwise", "What do you tell of other words that are marked?", true]],
};
const MUST_SHOW = ["mark", "judge"];

/** @type {(value: string, input: (value: string) => void, long?: boolean) => HTMLInputElement | HTMLTextAreaElement} */
export function fieldOf(value, input, long = false) {
  const made = long ? element("textarea", { rows: "2", maxlength: "4000", dir: "auto" }) : element("input", { type: "text", maxlength: "1000", autocomplete: "off", dir: "auto" });
  made.value = value;
  made.addEventListener("input", () => input(made.value));
  return made;
}

/** @type {(choices: [string, string][], value: string, choose: (value: string) => void) => HTMLSelectElement} */
export function choiceOf(choices, value, choose) {
  const made = element("select", {}, ...choices.map(([id, words]) => element("option", { value: id, selected: id === value }, words)));
  made.addEventListener("change", () => choose(made.value));
  return made;
}

/** @type {(desk: Desk, id: string, doing: {open: boolean, first: boolean, remove(): void, up(): void}) => HTMLElement} */
export function cardFor(desk, id, { open, first, remove, up }) {
  const sketch = () => /** @type {Sketch} */ (desk.bundle().sketches.find((one) => one.id === id));
  const title = element("summary", {}, "");
  const wanting = element("p", { class: "wss-make-lacking" });
  /** @param {Partial<Sketch>} part */
  function change(part) {
    desk.change({ sketches: desk.bundle().sketches.map((one) => (one.id === id ? { ...one, ...part } : one)) });
    told();
  }
  function told() {
    const { kind, title: words } = sketch();
    title.textContent = words && words !== KIND_NAMES[kind] ? `${KIND_NAMES[kind]}: ${words}` : KIND_NAMES[kind];
    const lacks = lackingIn(authoredOf(sketch(), desk.bundle(), desk.reading()));
    wanting.textContent = lacks.length ? `Not in the file yet. ${lacks.join(" ")}` : "";
  }
  /** @type {(name: "title" | "prompt", question: string, long: boolean) => HTMLElement} */
  const words = (name, question, long) => asked(question, fieldOf(sketch()[name], (value) => change({ [name]: value }), long));
  const single = (SINGLE[sketch().kind] ?? []).map(([name, question, long]) => {
    const field = fieldOf(sketch().said[name] ?? "", (value) => change({ said: { ...sketch().said, [name]: value } }), long);
    if (name === "classes") field.addEventListener("change", () => rows.redraw());
    return asked(question, field);
  });
  const rows = rowGroups(sketch, change);
  const marks = marksOf(desk, sketch, change);
  told();
  return element("details", { class: "wss-make-item", open }, title, wanting, words("title", "Its title", false), words("prompt", "The question", true),
    ...(sketch().kind === "sort" ? single : []), ...shownOf(desk, sketch, change, marks.redraw), marks.box, rows.box, ...(sketch().kind === "sort" ? [] : single),
    element("p", { class: "wss-buttons" }, ...(first ? [] : [pressable("Move up", up)]), pressable("Remove", remove)));
}

/** Which part of the text stands there. @type {(desk: Desk, sketch: () => Sketch, change: (part: Partial<Sketch>) => void, redraw: () => void) => HTMLElement[]} */
function shownOf(desk, sketch, change, redraw) {
  if (sketch().kind === "sort") return [];
  const pieces = named(desk.reading().cut);
  const points = [...desk.reading().words];
  const listed = /** @type {[string, string][]} */ (pieces.map(({ id, start, end }, n) => [String(n), `${id} ${points.slice(start, Math.min(end, start + 40)).join("")}${end - start > 40 ? "…" : ""}`]));
  const none = /** @type {[string, string][]} */ (MUST_SHOW.includes(sketch().kind) ? [] : [["", "nothing"]]);
  const at = () => {
    const span = sketch().span;
    const inside = span ? pieces.flatMap(({ start, end }, n) => (start < span[1] && span[0] < end ? [n] : [])) : [];
    return inside.length ? [inside[0], inside[inside.length - 1]] : null;
  };
  const pick = (/** @type {string} */ a, /** @type {string} */ b) => {
    const [low, high] = [Number(a), Math.max(Number(a), Number(b))];
    change({ span: a === "" ? null : [pieces[low].start, pieces[high].end] });
    from.value = a;
    to.value = a === "" ? "0" : String(high);
    end.hidden = a === "";
    redraw();
  };
  const [low, high] = at() ?? ["", ""];
  const from = choiceOf([...none, ...listed], String(low), (value) => pick(value, at() ? to.value : value));
  const to = choiceOf(listed, String(high), (value) => pick(from.value, value));
  const end = asked("to", to);
  end.hidden = !at();
  return [element("fieldset", { class: "wss-make-span" }, element("legend", {}, "What stands there of the text"), asked("From", from), end)];
}

/** The labels that are asked for, and why each mark is there. @type {(desk: Desk, sketch: () => Sketch, change: (part: Partial<Sketch>) => void) => {box: HTMLElement, redraw(): void}} */
function marksOf(desk, sketch, change) {
  const box = element("div", {});
  function redraw() {
    if (sketch().kind !== "mark") return;
    const { labels, marks } = desk.reading();
    const span = sketch().span ?? [0, 0];
    const here = marks.filter(({ start, end }) => start < span[1] && span[0] < end);
    const points = [...desk.reading().words];
    const asking = labels.filter(({ id }) => here.some(({ label }) => label === id)).map(({ id, name }) => {
      const tick = element("input", { type: "checkbox", checked: sketch().labels.includes(id) });
      tick.addEventListener("change", () => {
        change({ labels: labels.map((one) => one.id).filter((one) => (one === id ? tick.checked : sketch().labels.includes(one))) });
        redraw();
      });
      return element("label", {}, tick, " ", name);
    });
    const reasons = here.filter(({ label }) => sketch().labels.includes(label)).sort((a, b) => a.start - b.start).map(({ id, label, start, end, note = "" }) =>
      asked(`Why is “${points.slice(start, end).join("")}” marked as ${labels.find((one) => one.id === label)?.name}?`, fieldOf(sketch().why[id] ?? note, (value) => change({ why: { ...sketch().why, [id]: value } }))));
    box.replaceChildren(element("fieldset", { class: "wss-make-labels" }, element("legend", {}, "What is to be marked"), ...asking), ...reasons);
  }
  redraw();
  return { box, redraw };
}

/** Options, claims, statements, numbers: a group of fields each. @type {(sketch: () => Sketch, change: (part: Partial<Sketch>) => void) => {box: HTMLElement, redraw(): void}} */
function rowGroups(sketch, change) {
  const box = element("div", {});
  const shape = ROWS[sketch().kind];
  /** @type {(row: Row, n: number) => HTMLElement} */
  function group(row, n) {
    const put = (/** @type {string} */ name) => (/** @type {string} */ value) => change({ rows: sketch().rows.map((one, at) => (at === n ? { ...one, [name]: value } : one)) });
    const fields = (shape?.columns ?? []).map(({ name, asks, choices, long }) => {
      const given = name === "class" ? classesOf(sketch()) : choices;
      return asked(asks, given ? choiceOf(given, row[name] ?? "", put(name)) : fieldOf(row[name] ?? "", put(name), long));
    });
    const drop = pressable("Take away", () => {
      change({ rows: sketch().rows.filter((_, at) => at !== n) });
      redraw();
      box.querySelector("button")?.focus();
    }, { "aria-label": `Take away ${shape?.one.toLowerCase()} ${n + 1}` });
    return element("fieldset", { class: "wss-make-row" }, element("legend", {}, `${shape?.one} ${n + 1}`), ...fields, drop);
  }
  function redraw() {
    if (!shape) return;
    const more = pressable(`Another ${shape.one.toLowerCase()}`, () => {
      change({ rows: [...sketch().rows, {}] });
      redraw();
      const groups = box.querySelectorAll("fieldset");
      /** @type {HTMLElement | null} */ (groups[groups.length - 1].querySelector("input, textarea"))?.focus();
    });
    box.replaceChildren(...sketch().rows.map(group), element("p", { class: "wss-buttons" }, more));
  }
  redraw();
  return { box, redraw };
}

/** @type {(sketch: Sketch) => [string, string][]} */
const classesOf = ({ said }) => (said.classes ?? "").split("\n").map((one) => one.trim()).filter(Boolean).map((label, n) => [`k${n + 1}`, label]);
