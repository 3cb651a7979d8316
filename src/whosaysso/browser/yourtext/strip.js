// The strip: every sentence as long as it is in words, with who speaks, and the words that step back from it or lean.

import { NAMED_SORTS } from "../../reader/seeing.js";

/** @import { Seen } from "../../reader/types" */

const [LEFT, BAR] = [40, 16];
export const SORT_LETTERS = /** @type {Record<string, string>} */ ({ party: "P", witness: "W", record: "R", relay: "r", unnamed: "u", nobody: "n", other: "o", "": "·" });

/** @type {(tag: string, attributes: Record<string, string | number>, text?: string) => SVGElement} */
function drawn(tag, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** Drawn for the width there is, so that its letters can be read on a phone too. @type {(seen: Seen[], finding: string, wide: number) => SVGElement} */
export function stripOf(seen, finding, wide) {
  const rows = rowsOf(seen, wide < 450 ? 60 : 120);
  const high = rows.length > 40 ? 27 : 34;
  const longest = Math.max(1, ...rows.map((row) => row.reduce((sum, { words }) => sum + words, 0)));
  const scale = (wide - LEFT) / longest;
  const svg = drawn("svg", { viewBox: `0 0 ${wide} ${rows.length * high + 8}`, role: "img", "aria-label": finding, class: "wss-strip" });
  rows.forEach((row, n) => {
    const top = n * high + 14;
    svg.append(drawn("text", { x: 0, y: top + 12, class: "wss-strip-place" }, row[0].id.split(".")[0]));
    let x = LEFT;
    for (const sentence of row) {
      svg.append(...sentenceOf(sentence, x, top, Math.max(3, sentence.words * scale)));
      x += Math.max(3, sentence.words * scale);
    }
  });
  return svg;
}

/** Paragraphs, and what is too long for a row in several. @type {(seen: Seen[], most: number) => Seen[][]} */
function rowsOf(seen, most) {
  /** @type {Seen[][]} */
  const rows = [];
  let before = "";
  let words = 0;
  for (const sentence of seen) {
    const place = sentence.id.split(".")[0];
    if (place !== before || words + sentence.words > most) {
      rows.push([]);
      words = 0;
    }
    rows[rows.length - 1].push(sentence);
    words += sentence.words;
    before = place;
  }
  return rows;
}

/** @type {(sentence: Seen, x: number, top: number, wide: number) => SVGElement[]} */
function sentenceOf({ id, by, sorts, speakers, heading }, x, top, wide) {
  const asks = sorts.some((sort) => NAMED_SORTS.includes(sort));
  const box = drawn("rect", { x: x + 0.8, y: top, width: wide - 1.6, height: BAR, class: `wss-strip-box${sorts.length ? (asks ? " named" : " spoken") : heading ? " heading" : ""}` });
  box.append(drawn("title", {}, `${id}: ${speakers.join("; ") || "nobody marked"}`));
  const letters = sorts.map((sort) => SORT_LETTERS[sort]).join(" ");
  const signs = [...(by.hedge ?? []).map(() => "hedge"), ...(by.loaded ?? []).map(() => "loaded")];
  const fits = signs.slice(0, Math.max(1, Math.floor(wide / 9)));
  return [
    box,
    ...(letters && wide > 8 * sorts.length ? [drawn("text", { x: x + wide / 2, y: top + 12.5, class: `wss-strip-letter${asks ? " named" : ""}` }, letters)] : []),
    ...fits.map((sign, n) => {
      const middle = x + 5.5 + 9 * n;
      return sign === "hedge" ? drawn("circle", { cx: middle, cy: top - 6, r: 3, class: "wss-strip-hedge" })
        : drawn("path", { d: `M${middle - 3.6} ${top - 2.6}h7.2l-3.6-7z`, class: "wss-strip-loaded" });
    }),
    ...(by.number ? [drawn("path", { d: `M${x + 1} ${top + BAR + 2.5}h${wide - 2}`, class: "wss-strip-number" })] : []),
  ];
}
