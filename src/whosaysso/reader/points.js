// Places in a text, counted in code points as every file counts them; a browser counts in units of UTF-16.

/** @import { Counted } from "./types" */

/** @type {(words: string) => Counted} */
export function countPoints(words) {
  if (!/[\ud800-\udbff]/.test(words)) return { words, length: words.length, unit: (n) => n, point: (n) => n, slice: (start, end) => words.slice(start, end) };
  const units = new Uint32Array(words.length + 1); // where each code point begins
  let length = 0;
  for (let at = 0; at < words.length; at += Number(words.codePointAt(at)) > 0xffff ? 2 : 1) units[length++] = at;
  units[length] = words.length;
  const unit = (/** @type {number} */ n) => units[Math.min(n, length)];
  return { words, length, unit, point: (n) => placeOf(units, length, n), slice: (start, end) => words.slice(unit(start), unit(end)) };
}

/** The last of `length` rising numbers that is not above `n`. @type {(numbers: Uint32Array, length: number, n: number) => number} */
function placeOf(numbers, length, n) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle] <= n) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first of some places in order that ends behind `start`, by halving. @type {(places: {end: number}[], start: number) => number} */
export function firstAfter(places, start) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].end > start) high = middle;
    else low = middle + 1;
  }
  return low;
}
