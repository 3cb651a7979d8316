// Marks painted on words: the label in use as a ground, every other as a line below, each at a height of its own.

import { wordsAt } from "./laying.js";

/** @import { Laid, Painter } from "./types" */

/** Touches only the words that change. @type {(laid: Laid, labels: string[]) => Painter} */
export function painter({ words, gaps, places }, labels) {
  let wordsShown = words.map(() => "");
  let gapsShown = gaps.map(() => "");

  return {
    paint(marks, active, known = labels) {
      labels = known;
      const [onWords, onGaps] = [words.map(() => ""), gaps.map(() => "")];
      for (const { start, end, label } of marks) {
        const run = wordsAt(places, start, end);
        if (!run) continue;
        const sign = label === active ? `=${labels.indexOf(label)} ` : `${Math.min(labels.indexOf(label), 5)} `;
        for (let n = run.from; n <= run.to; n++) {
          if (!onWords[n].includes(sign)) onWords[n] += sign;
          if (n < run.to && !onGaps[n].includes(sign)) onGaps[n] += sign;
        }
      }
      words.forEach((word, n) => {
        if (onWords[n] === wordsShown[n]) return;
        word.setAttribute("aria-selected", String(onWords[n].includes("=")));
        draw(word, onWords[n]);
      });
      gaps.forEach((gap, n) => onGaps[n] === gapsShown[n] || draw(gap, onGaps[n]));
      [wordsShown, gapsShown] = [onWords, onGaps];
    },
  };
}

/** @type {(element: HTMLElement, signs: string) => void} */
function draw(element, signs) {
  const own = /=(\d+)/.exec(signs)?.[1];
  const lines = signs.replace(/=\d+ /g, "").trim();
  if (own === undefined) delete element.dataset.mark;
  else element.dataset.mark = own;
  if (lines) element.dataset.lines = lines;
  else delete element.dataset.lines;
}
