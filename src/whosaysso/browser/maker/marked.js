// What is to be marked: the labels that are asked for, and of each mark why it is there and which of its words count.

import { asked, element } from "../yourtext/making.js";
import { fieldOf, redrawn } from "./asks.js";
import { marksIn } from "./passages.js";

/** @import { Desk, Sketch } from "./types" */

/** The labels that are asked for, and why each mark is there. @type {(desk: Desk, sketch: () => Sketch, change: (part: Partial<Sketch>) => void) => {box: HTMLElement, redraw(): void}} */
export function marksOf(desk, sketch, change) {
  const box = element("div", {});
  function redraw() {
    if (sketch().kind !== "mark") return;
    const { labels, marks } = desk.reading();
    const span = sketch().span ?? [0, 0];
    const here = marks.filter(({ start, end }) => start < span[1] && span[0] < end);
    const asking = labels.filter(({ id }) => here.some(({ label }) => label === id)).map(({ id, name }) => {
      const tick = element("input", { type: "checkbox", checked: sketch().labels.includes(id) });
      tick.addEventListener("change", () => {
        change({ labels: labels.map((one) => one.id).filter((one) => (one === id ? tick.checked : sketch().labels.includes(one))) });
        redrawn(box, redraw);
      });
      return element("label", {}, tick, " ", name);
    });
    const reasons = (span[1] ? marksIn(sketch(), desk.reading()) : []).map(([{ id, label, note = "" }, { exact, head }]) => {
      const { why, heads = {} } = sketch();
      const because = asked("Why", fieldOf(why[id] ?? note, (value) => change({ why: { ...sketch().why, [id]: value } })));
      const counts = asked("Words that count; the others are optional", fieldOf(heads[id] ?? head ?? "", (value) => change({ heads: { ...sketch().heads, [id]: value } })));
      const legend = element("legend", {}, `“${exact}” is marked as ${labels.find((one) => one.id === label)?.name}`);
      return element("fieldset", { class: "wss-make-row" }, legend, because, ...(head === undefined ? [] : [counts]));
    });
    box.replaceChildren(element("fieldset", { class: "wss-make-labels" }, element("legend", {}, "What is to be marked"), ...asking), ...reasons);
  }
  redraw();
  return { box, redraw };
}
