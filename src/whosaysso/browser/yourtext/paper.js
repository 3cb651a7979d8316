// The reading on paper: where the text comes from, the whole of it with numbers at the marks, and every mark below.

import { named } from "../../reader/mending.js";
import { element } from "./making.js";
import { toldOf } from "./marklist.js";
import { titleOf } from "./shelf.js";
import { QUESTIONS } from "./whence.js";

/** @import { Mark, Named } from "../../reader/types" */
/** @import { Table } from "./types" */

/** Made when a page is about to be printed, and never seen on a screen. @type {(table: Table) => void} */
export function onPaper({ root, model, points }) {
  const sheet = root.querySelector(".wss-on-paper");

  function fill() {
    const reading = model.get("reading");
    if (!reading) return sheet.replaceChildren();
    const { words, provenance, cut, labels, language } = reading;
    const marks = [...reading.marks].sort((a, b) => a.start - b.start || a.end - b.end);
    const told = Object.values(QUESTIONS).flat().filter(([name]) => provenance[name]);
    /** @type {HTMLElement[]} */
    const blocks = [];
    named(cut).forEach((piece, n, all) => {
      if (!n || all[n - 1].paragraph !== piece.paragraph || all[n - 1].role !== piece.role) blocks.push(element("p", { dir: "auto", lang: language, class: `wss-block-${piece.role}` }));
      blocks[blocks.length - 1].append(element("small", {}, `${piece.id} `), ...sentence(piece, marks), " ");
    });
    return sheet.replaceChildren(
      element("p", { class: "wss-text-title", dir: "auto" }, titleOf(words, provenance)),
      ...told.map(([name, question]) => element("p", { dir: "auto" }, `${question} ${provenance[name]}`)),
      ...blocks,
      element("ol", {}, ...marks.map((mark) => element("li", { dir: "auto" }, `${labels.find(({ id }) => id === mark.label)?.name ?? ""}: `,
        element("q", {}, points().slice(mark.start, mark.end)), ` ${toldOf(mark)}`))),
    );
  }

  /** The words of a piece, those that are marked underlined, a number where a mark ends. @type {(piece: Named, marks: Mark[]) => (Node | string)[]} */
  function sentence({ start, end }, marks) {
    const inside = marks.map((mark, n) => ({ mark, n: n + 1 })).filter(({ mark }) => mark.start < end && start < mark.end);
    const cuts = [...new Set([start, end, ...inside.flatMap(({ mark }) => [Math.max(start, mark.start), Math.min(end, mark.end)])])].sort((a, b) => a - b);
    return cuts.slice(1).flatMap((to, n) => {
      const words = points().slice(cuts[n], to);
      const marked = inside.some(({ mark }) => mark.start < to && cuts[n] < mark.end);
      const ended = inside.filter(({ mark }) => mark.end === to).map((one) => one.n);
      return [marked ? element("u", {}, words) : words, ...(ended.length ? [element("sup", {}, ended.join(", "))] : [])];
    });
  }

  addEventListener("beforeprint", fill);
  matchMedia("print").addEventListener("change", ({ matches }) => matches && fill());
}
