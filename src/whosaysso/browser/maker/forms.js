// The form of one exercise: what is asked of whoever makes it, kind by kind.

import { named } from "../../reader/mending.js";
import { asked, element, pressable } from "../yourtext/making.js";
import { authoredOf } from "./authoring.js";
import { choiceOf, fieldOf } from "./asks.js";
import { lackingIn } from "./lacking.js";
import { marksOf } from "./marked.js";
import { rowGroups } from "./rows.js";
import { threeVerdicts } from "./sheet.js";
import { KIND_NAMES } from "./sketching.js";

/** @import { Desk, Made, Single, Sketch } from "./types" */

const RANGE = (/** @type {Sketch} */ { said }) => said.asks === "range";
const ONE = (/** @type {Sketch} */ sketch) => !RANGE(sketch);
/** @type {Partial<Record<Made, Single[]>>} */
const SINGLE = {
  sort: [{ name: "classes", asks: "The classes, one a line", help: "For what belongs nowhere, write one such as “None of these”, and a statement that belongs there.", long: true }],
  number: [
    { name: "asks", asks: "What is asked for?", choices: [["", "one number"], ["range", "a lowest and a highest"]] },
    { name: "unit", asks: "What is counted?" },
    { name: "low", asks: "The lowest that it can be", only: RANGE },
    { name: "high", asks: "The highest that it can be", only: RANGE },
    { name: "widest", asks: "How far apart may an answer’s two ends be?", help: "Empty: no further than these two. One end that is just right earns half.", only: RANGE },
    { name: "right", asks: "What do you tell a right answer?", long: true, only: RANGE },
    { name: "narrow", asks: "And one that leaves out what can be so?", long: true, only: RANGE },
    { name: "wide", asks: "And one that is too wide to help?", long: true, only: RANGE },
    { name: "otherwise", asks: "What do you tell every other number?", long: true, only: ONE },
  ],
  write: [
    { name: "words", asks: "About how many words?" },
    { name: "least", asks: "How many at least, before anything is said of them?" },
    { name: "rubric", asks: "By what is it marked? One line each", long: true },
    { name: "model", asks: "One good answer, shown afterwards", help: "It has to pass what the machine looks for.", long: true },
  ],
  mark: [{ name: "otherwise", asks: "What do you tell of other words that are marked?", long: true }],
};
const MUST_SHOW = ["mark", "judge"];

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
    title.textContent = words.startsWith(KIND_NAMES[kind]) ? words : `${KIND_NAMES[kind]}: ${words}`;
    const lacks = lackingIn(authoredOf(sketch(), desk.bundle(), desk.reading()));
    wanting.textContent = lacks.length ? `Not in the file yet. ${lacks.join(" ")}` : "";
  }
  /** @type {(name: "title" | "prompt", question: string, long: boolean) => HTMLElement} */
  const words = (name, question, long) => asked(question, fieldOf(sketch()[name], (value) => change({ [name]: value }), long));
  const { kind } = sketch();
  const rows = rowGroups(sketch, change);
  const marks = marksOf(desk, sketch, change);
  /** @type {[HTMLElement, Single][]} */
  const single = (SINGLE[kind] ?? []).map((one) => {
    const { name, asks, help, long, choices } = one;
    const put = (/** @type {string} */ value) => {
      change({ said: { ...sketch().said, [name]: value } });
      fitting();
    };
    const field = choices ? choiceOf(choices, sketch().said[name] ?? "", put) : fieldOf(sketch().said[name] ?? "", put, long);
    if (name === "classes") field.addEventListener("change", () => rows.redraw());
    return [asked(asks, field, help), one];
  });
  function fitting() {
    for (const [field, { only }] of single) field.hidden = Boolean(only) && !only?.(sketch());
    rows.box.hidden = RANGE(sketch());
  }
  told();
  fitting();
  const fields = single.map(([field]) => field);
  const before = kind === "mark" ? 0 : kind === "sort" ? 1 : fields.length - 1; // what stands above the rows
  return element("details", { class: "wss-make-item", "data-sketch": id, open }, title, wanting, words("title", "Its title", false), words("prompt", "The question", true),
    ...shownOf(desk, sketch, change, marks.redraw), ...fields.slice(0, before), marks.box, ...(kind === "judge" ? [threeVerdicts()] : []), rows.box, ...fields.slice(before),
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
