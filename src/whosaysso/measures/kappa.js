// Agreement beyond chance of two who have marked the same things: the twin of kappa.py.

/** @type {(observed: number, expected: number) => number} */
export const beyondChance = (observed, expected) => (expected === 1 ? 0 : (observed - expected) / (1 - expected));

/** @type {(a: Set<number>, b: Set<number>, count: number) => number} */
export function kappa(a, b, count) {
  const both = [...a].filter((n) => b.has(n)).length;
  const observed = (count - a.size - b.size + 2 * both) / count;
  return beyondChance(observed, (a.size * b.size + (count - a.size) * (count - b.size)) / (count * count));
}
