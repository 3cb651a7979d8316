// Agreement beyond chance of any number of coders: the twin of krippendorff.py.

import { bootstrap } from "./chance.js";
import { estimate } from "./estimate.js";

/** @import { Estimate } from "./types" */

/** @typedef {{ values: Map<string, number>, given: number, disagreeing: number }} Unit */

/** @type {(units: string[][]) => number} */
export function alpha(units) {
  const pairable = units.filter((values) => values.length > 1).map(counted);
  if (!pairable.length) throw new RangeError("no unit was coded twice");
  return alphaOf([pairable]) ?? 1;
}

/** @type {(units: string[][], groups?: (string | number)[]) => Estimate | null} */
export function alphaBetween(units, groups = units.map((_, n) => n)) {
  /** @type {Map<string | number, Unit[]>} */
  const members = new Map();
  units.forEach((values, n) => members.set(groups[n], [...(members.get(groups[n]) ?? []), ...(values.length > 1 ? [counted(values)] : [])]));
  const [value, ends] = [alphaOf([...members.values()]), bootstrap([...members.values()], alphaOf)];
  return value === null || ends === null ? null : estimate(value, ...ends);
}

/** @type {(values: string[]) => Unit} */
function counted(given) {
  const values = new Map();
  for (const value of given) values.set(value, (values.get(value) ?? 0) + 1);
  return { values, given: given.length, disagreeing: (given.length ** 2 - squares(values)) / (given.length - 1) };
}

/** @type {(values: Map<string, number>) => number} */
const squares = (values) => [...values.values()].reduce((sum, n) => sum + n ** 2, 0);

/** Null where only one value was ever used. @type {(groups: Unit[][]) => number | null} */
function alphaOf(groups) {
  /** @type {Map<string, number>} */
  const all = new Map();
  let [disagreeing, given] = [0, 0];
  for (const group of groups) {
    for (const unit of group) {
      disagreeing += unit.disagreeing;
      given += unit.given;
      for (const [value, n] of unit.values) all.set(value, (all.get(value) ?? 0) + n);
    }
  }
  return all.size > 1 ? 1 - disagreeing / ((given ** 2 - squares(all)) / (given - 1)) : null;
}
