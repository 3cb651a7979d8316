// The cut, to be mended by hand: a click on a word begins a sentence there, one on a first word joins it to the one before.

import { chooseWords } from "../../kinds/mark/choosing.js";
import { cutText } from "../../reader/cutting.js";
import { begins, begun, called, named, pieceAt, turned } from "../../reader/mending.js";
import { arrange, layOut } from "./laying.js";
import { element, pressable } from "./making.js";

/** @import { Piece } from "../../reader/types" */
/** @import { Laid, Step, Table } from "./types" */

const ROLES = /** @type {[Piece["role"], string][]} */ ([["sentence", "a sentence"], ["heading", "a heading"], ["item", "in a list or a table"]]);

/** @type {(table: Table) => Step} */
export function mendStep(table) {
  const { root, reading, points, change, say } = table;
  const panel = root.querySelector('[data-panel="cut"]');
  const bar = panel.querySelector(".wss-piece");
  /** @type {Laid} */
  let laid;
  let place = 0; // of the word on which the reader is
  /** @type {Piece[] | null} */
  let shown = null;

  /** The same words in other sentences; where sentences hold other words, all of it anew. */
  function update() {
    const { cut } = reading();
    if (cut === shown) return;
    const pieces = table.parts()[table.part()];
    const ends = new Set(laid?.places.map(({ end }) => end));
    if (!laid || !pieces.every(({ end }) => ends.has(end)) || pieces[0].start !== laid.places[0].start || pieces[pieces.length - 1].end !== laid.places[laid.places.length - 1].end) return show();
    shown = cut;
    arrange(panel.querySelector(".wss-passage"), laid, pieces);
    tell();
    return undefined;
  }

  function show() {
    shown = reading().cut;
    const box = element("div", { class: "wss-passage", translate: "no" });
    panel.querySelector(".wss-passage").replaceWith(box);
    const pieces = table.parts()[table.part()];
    laid = layOut(box, reading(), points(), pieces);
    const chooser = chooseWords(box, laid.words, {
      name: "The text in sentences",
      sentences: laid.sentences,
      single: true,
      quoted: (from) => String(laid.words[from].textContent),
      say,
      runAt: () => undefined,
      whole: () => false,
      mark: (from) => turn(laid.places[from].start),
      unmark: () => {},
      label: () => false,
      moved(n) {
        place = laid.places[n].start;
        tell();
      },
    });
    const n = laid.places.findIndex(({ end }) => place < end);
    if (place && n >= 0) chooser.goTo(n);
    tell();
  }

  /** @param {number} start */
  function turn(start) {
    const before = reading().cut.length;
    place = start;
    redo(turned(reading().cut, start, points()), "");
    const { id } = named(reading().cut)[pieceAt(reading().cut, start)];
    const now = reading().cut.length;
    say(now > before ? `${id} begins here.` : now < before ? `Joined: now a part of ${id}.` : "The text begins here.");
  }

  /** @type {(cut: Piece[], words: string) => void} */
  function redo(cut, words) {
    const box = panel.querySelector(".wss-passage");
    const focused = box.contains(root.ownerDocument.activeElement);
    change({ cut }, words);
    if (focused && !box.isConnected) panel.querySelector(".wss-passage").focus({ preventScroll: true });
  }

  /** What can be said of the sentence on which the reader is. */
  function tell() {
    const { cut } = reading();
    const n = pieceAt(cut, place);
    if (n < 0) return bar.replaceChildren();
    const { id, role } = named(cut)[n];
    const choice = element("select", { "aria-label": `${id} is` }, ...ROLES.map(([value, words]) => element("option", { value, selected: value === role }, words)));
    choice.addEventListener("change", () => redo(called(cut, n, /** @type {Piece["role"]} */ (choice.value)), `${id} is ${choice.selectedOptions[0].text}.`));
    const opens = element("input", { type: "checkbox", checked: begins(cut, n), disabled: n === 0 || role === "heading" });
    opens.addEventListener("change", () => redo(begun(cut, n, opens.checked), opens.checked ? "A paragraph begins here." : "It goes on with the paragraph before."));
    bar.replaceChildren(element("strong", {}, id), " is ", choice, element("label", {}, opens, " A paragraph begins with it"),
      pressable("Cut anew", () => redo(cutText(reading().words, reading().language), "Cut anew, as at first. Your marks stay where they are.")));
  }

  return { show, update };
}
