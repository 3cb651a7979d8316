// A text laid out to be pointed at: paragraphs, numbered sentences, words, each word with its place in code points.
// A long text comes in parts, mostly of whole paragraphs, so that one of thirty thousand words answers like one of five.

import { directionOf } from "../../reader/language.js";
import { named } from "../../reader/mending.js";
import { countPoints, firstAfter } from "../../reader/points.js";
import { wordsOf } from "../../reader/words.js";
import { element } from "./making.js";

/** @import { Counted, Named, Reading } from "../../reader/types" */
/** @import { Laid, Placed } from "./types" */

const MOST_WORDS = 2_500;

/** The pieces of each part. @type {(reading: Reading, points: Counted) => Named[][]} */
export function partsOfText({ cut }, { slice }) {
  /** @type {Named[][]} */
  const parts = [[]];
  let many = 0;
  named(cut).forEach((piece, n, all) => {
    const words = (slice(piece.start, piece.end).match(/[^\s—–]+/g) ?? []).length;
    const begins = !n || piece.paragraph !== all[n - 1].paragraph || piece.role !== all[n - 1].role;
    if (many && many + words > MOST_WORDS * (begins ? 1 : 1.5)) { // a paragraph of half a book is no part
      parts.push([]);
      many = 0;
    }
    parts[parts.length - 1].push(piece);
    many += words;
  });
  return parts;
}

/** @type {(box: HTMLElement, reading: Reading, points: Counted, pieces: Named[]) => Laid} */
export function layOut(box, reading, points, pieces) {
  /** @type {Laid} */
  const laid = { words: [], gaps: [], places: [], sentences: [], blocks: new Map() };
  for (const piece of pieces) {
    for (const { start, end, text, gap } of placesIn(points, piece)) {
      laid.words.push(element("span", { class: "wss-word" }, text));
      laid.gaps.push(element("span", { class: "wss-gap" }, gap));
      laid.places.push({ start, end });
    }
  }
  box.dir = directionOf(reading.language);
  box.lang = reading.language;
  arrange(box, laid, pieces);
  return laid;
}

/** Puts the words into their sentences and paragraphs; a paragraph that is as it was stays. @type {(box: HTMLElement, laid: Laid, pieces: Named[]) => void} */
export function arrange(box, laid, pieces) {
  const before = laid.blocks;
  laid.blocks = new Map();
  laid.sentences.length = 0; // the same list, which who points at words holds too
  let n = 0;
  for (const inside of paragraphsIn(pieces)) {
    const key = inside.map(({ start, end, role }) => `${start}-${end}-${role}`).join();
    const first = laid.sentences.length;
    for (const piece of inside) {
      const from = n;
      while (n < laid.places.length && laid.places[n].start < piece.end) n += 1;
      laid.sentences.push({ id: piece.id, called: piece.role === "heading" ? `Heading ${piece.id}` : `Sentence ${piece.id}`, from, to: n - 1 });
    }
    const block = before.get(key) ?? blockOf(laid, inside, first);
    before.delete(key);
    block.querySelectorAll(".wss-sentence").forEach((sentence, at) => {
      const { id, called } = laid.sentences[first + at];
      const number = sentence.firstElementChild;
      if (number && number.textContent !== id) number.textContent = id;
      if (sentence.getAttribute("aria-label") !== called) sentence.setAttribute("aria-label", called);
    });
    laid.blocks.set(key, block);
  }
  before.forEach((block) => block.remove());
  let last = /** @type {Element | null} */ (null);
  for (const block of laid.blocks.values()) {
    if (block.previousElementSibling !== last || block.parentNode !== box) box.insertBefore(block, last ? last.nextSibling : box.firstChild);
    last = block;
  }
}

/** @type {(pieces: Named[]) => Named[][]} */
function paragraphsIn(pieces) {
  /** @type {Named[][]} */
  const found = [];
  pieces.forEach((piece, n) => {
    const before = pieces[n - 1];
    if (!before || before.paragraph !== piece.paragraph || (before.role === "heading") !== (piece.role === "heading")) found.push([]);
    found[found.length - 1].push(piece);
  });
  return found;
}

/** @type {(laid: Laid, pieces: Named[], first: number) => HTMLElement} */
function blockOf({ words, gaps, sentences }, pieces, first) {
  const block = element("div", { class: `wss-block wss-block-${pieces[0].role}`, dir: "auto" });
  pieces.forEach((_, at) => {
    const sentence = element("span", { class: "wss-sentence", role: "group" }, element("span", { class: "wss-number", "aria-hidden": "true" }));
    const { from, to } = sentences[first + at];
    for (let n = from; n <= to; n++) sentence.append(words[n], gaps[n]);
    block.append(sentence);
  });
  return block;
}

/** The words of a piece with what stands behind each. @type {(points: Counted, piece: Named) => Placed[]} */
function placesIn(points, piece) {
  const text = points.slice(piece.start, piece.end);
  const { point } = countPoints(text);
  const words = wordsOf(text);
  const found = words.map(([from, to], n) => ({
    start: piece.start + point(from),
    end: piece.start + point(to),
    text: text.slice(from, to),
    gap: n + 1 < words.length ? text.slice(to, words[n + 1][0]).replaceAll("\n", " ") : " ",
  }));
  return found.length ? found : [{ start: piece.start, end: piece.end, text, gap: " " }]; // a line of dashes
}

/** The words that a range touches, first and last; none where it touches no word. @type {(places: {start: number, end: number}[], start: number, end: number) => {from: number, to: number} | null} */
export function wordsAt(places, start, end) {
  const from = firstAfter(places, start);
  let to = from;
  while (to < places.length && places[to].start < end) to += 1;
  return to > from ? { from, to: to - 1 } : null;
}
