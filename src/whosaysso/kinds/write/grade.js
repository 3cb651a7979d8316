// Which of the checks that a machine can see are met: the twin of grade.py.

import { places, readWords, standNear, unquoted } from "../grammar.js";
import { graders } from "../grading.js";
import { graded, unanswered } from "../verdict.js";

graders.write = ({ key, least }, { text }) => {
  const found = readWords(text);
  if (found.length < least) return unanswered(found.length ? "least" : "text");
  const own = readWords(unquoted(String(text)));
  return graded(null, key.checks.map((check) => {
    const there = check.absent ? new Set(check.words.flat().flatMap((phrase) =>
      places(own, phrase).map((at) => own.slice(at, at + phrase.split(" ").length).join(" ")))) : new Set();
    const met = check.absent ? !there.size : standNear(found, check.words, check.within);
    const why = met ? check.met : check.unmet + (there.size ? ` Found: ${[...there].join(", ")}.` : "");
    return { about: check.id, verdict: met ? "right" : "missed", text: why };
  }));
};
