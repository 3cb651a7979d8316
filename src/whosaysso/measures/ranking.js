// How often one thing of a better kind is rated above one of a worse: the twin of ranking.py.

import { Z, estimate } from "./estimate.js";

/** @import { Estimate } from "./types" */

/** @type {(better: number[], worse: number[]) => Estimate | null} */
export function auc(better, worse) {
  const [many, others] = [better.length, worse.length];
  if (!many || !others) return null;
  let won = 0;
  for (const b of better) for (const w of worse) won += b > w ? 1 : b === w ? 0.5 : 0;
  const value = won / (many * others);
  /** @param {number} end */
  const toward = (end) => {
    let [near, far] = [value, end];
    for (let n = 0; n < 60; n++) {
      const middle = (near + far) / 2;
      if ((value - middle) ** 2 <= Z ** 2 * spreadOf(middle, many, others)) near = middle;
      else far = middle;
    }
    return near;
  };
  return estimate(value, toward(0), toward(1));
}

/** @type {(area: number, better: number, worse: number) => number} */
function spreadOf(area, better, worse) {
  const beside = (better + worse) / 2 - 1;
  return (area * (1 - area) * (1 + (beside * (1 - area)) / (2 - area) + (beside * area) / (1 + area))) / (better * worse);
}
