// How many pairs stand in the right order: the twin of grade.py.

import { graders } from "../grading.js";
import { graded, told, unanswered } from "../verdict.js";

graders.rank = ({ key }, { order }) => {
  const names = Object.keys(key.sources);
  if (!Array.isArray(order) || order.length !== names.length || !names.every((name) => order.includes(name))) return unanswered("order");
  const step = (/** @type {string} */ name) => key.sources[name].step;
  const pairs = order.flatMap((a, at) => order.slice(at + 1).map((b) => [a, b, Math.sign(step(b) - step(a))])).filter(([, , sign]) => sign);
  const said = names.map((name) => {
    const mine = pairs.filter(([a, b]) => a === name || b === name);
    return told(name, mine.filter(([, , sign]) => sign > 0).length / mine.length, key.sources[name].feedback);
  });
  return graded(Math.max(0, pairs.reduce((sum, [, , sign]) => sum + sign, 0) / pairs.length), said);
};
