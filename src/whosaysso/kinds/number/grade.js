// The band that a number lies in, or what is wrong with a range: the twin of grade.py.

import { readNumber } from "../grammar.js";
import { graders } from "../grading.js";
import { graded, told, unanswered } from "../verdict.js";

graders.number = ({ key, range }, response) => {
  const names = range ? ["low", "high"] : ["number"];
  // As numbers, because what is none goes no further than `missing`.
  const given = /** @type {Record<string, number>} */ (
    Object.fromEntries(names.map((name) => [name, readNumber(response[name])])));
  const missing = names.filter((name) => given[name] === null);
  if (missing.length) return unanswered(...missing);
  if (range) {
    const { low, high } = given;
    const fault = low > high ? "crossed" : low > key.low || high < key.high ? "narrow" : high - low > key.widest ? "wide" : "right";
    const credit = fault === "right" ? 1 : 0;
    return graded(credit, [told("range", credit, key.feedback[fault])]);
  }
  const band = key.bands.find((b) => b.from <= given.number && given.number <= b.to) ?? key.otherwise;
  return graded(band.credit, [told("number", band.credit, band.feedback)]);
};
