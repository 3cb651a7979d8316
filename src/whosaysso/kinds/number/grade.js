// The band that a number lies in, or what is wrong with a range and with each of its ends: the twin of grade.py.

import { readNumber, twoReadings } from "../grammar.js";
import { graders } from "../grading.js";
import { graded, told, unanswered } from "../verdict.js";

const UNSURE = "This number is read in two ways, so the answer is kept and has no score.";

/** @type {(given: number, due: number) => string} */
const beside = (given, due) => (given === due ? "right" : given > due ? "too high" : "too low");

graders.number = ({ key, range }, response) => {
  const names = range ? ["low", "high"] : ["number"];
  // As numbers, because what is none goes no further than `missing`.
  const given = /** @type {Record<string, number>} */ (
    Object.fromEntries(names.map((name) => [name, readNumber(response[name])])));
  const missing = names.filter((name) => given[name] === null);
  if (missing.some((name) => twoReadings(response[name]))) return graded(null, [told(range ? "range" : "number", 0.5, UNSURE)], missing);
  if (missing.length) return unanswered(...missing);
  if (range) {
    const { low, high } = given;
    const fault = low > high ? "crossed" : low > key.low || high < key.high ? "narrow" : high - low > key.widest ? "wide" : "right";
    const credit = fault === "right" ? 1 : low < high && (low === key.low || high === key.high) ? 0.5 : 0;
    const ends = fault === "narrow" || fault === "wide" ? `Your lowest is ${beside(low, key.low)}, your highest ${beside(high, key.high)}. ` : "";
    return graded(credit, [told("range", credit, ends + key.feedback[fault])]);
  }
  const band = key.bands.find((b) => b.from <= given.number && given.number <= b.to) ?? key.otherwise;
  return graded(band.credit, [told("number", band.credit, band.feedback)]);
};
