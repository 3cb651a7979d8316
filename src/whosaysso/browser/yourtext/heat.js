// A class's marks over the text: the more readers marked a word, the darker its ground.

import { directionOf } from "../../reader/language.js";
import { element } from "./making.js";

/** @import { Counted, Line, Reading } from "../../reader/types" */

/** @type {(reading: Reading, points: Counted, places: Line[], shares: number[], readers: number) => HTMLElement} */
export function heatOf({ language }, { slice, length }, places, shares, readers) {
  const box = element("div", { class: "wss-heat", dir: directionOf(language), lang: language, translate: "no", tabindex: "0", role: "group", "aria-label": "The text with the marks of all" });
  /** @type {(n: number) => number} */
  const step = (n) => Math.ceil((5 * (shares[n] ?? 0)) / readers);
  let at = 0;
  for (let n = 0; n < places.length; ) {
    let next = n + 1;
    while (next < places.length && shares[next] === shares[n]) next += 1; // words alike are one piece
    const { start } = places[n];
    const { end } = places[next - 1];
    box.append(slice(at, start));
    const words = slice(start, end);
    box.append(shares[n] ? element("mark", { "data-heat": String(step(n)), title: `${shares[n]} of ${readers}` }, words) : words);
    at = end;
    n = next;
  }
  box.append(slice(at, length));
  return element("figure", {}, box, element("figcaption", {}, "The darker, the more readers marked the words; the list above has the numbers."));
}
