// How well a reader judges, told in the page: sure and wrong first, then the figures, and words only where they hold.

import { FEWEST_ANSWERS, FEWEST_CLAIMS, beliefFound, beliefSaid, surenessFound, surenessSaid } from "./calibrated.js";
import { rightByLuck, sureYetWrong } from "./firsts.js";
import { curveOf, linkTo, make, tableOf } from "./shapes.js";
import { count } from "../words.js";

/** @import { Estimate } from "../../measures/types" */
/** @import { First } from "./types" */

const MOST_LISTED = 6;

/** @type {(root: HTMLElement, firsts: First[], sureness: string[]) => void} */
export function tellSureness(root, firsts, sureness) {
  const said = (/** @type {number | null} */ sure) => sureness[Math.round(Number(sure) * (sureness.length - 1))];
  fillList(root.querySelector(".wss-sure-wrong"), sureYetWrong(firsts), (f) => `You said “${said(f.sure)}”${f.mended ? ", and have put it right since" : ""}.`);
  fillList(root.querySelector(".wss-lucky"), rightByLuck(firsts), (f) => `You said “${said(f.sure)}”.`);
  const { answers, found, guessed } = surenessFound(firsts);
  const place = root.querySelector(".wss-calibration");
  if (!found) return place.replaceChildren(make("p", `Here stands how well your sureness fits, from ${FEWEST_ANSWERS} answers on that say how sure you were. There ${answers === 1 ? "is" : "are"} ${answers} so far.`));
  const rows = found.bins.map(({ sure, answers: many, expected, right }) => [said(sure), String(many), hundredth(expected), `${hundredth(right.value)} (${hundredth(right.low)} to ${hundredth(right.high)})`]);
  place.replaceChildren(
    make("p", `${surenessSaid(found)} This rests on ${count(answers, "first answer")}.`),
    make("div.wss-curve-beside", curveOf(found.bins), make("div", tableOf("Right, by how sure you were", ["You said", "Answers", "Should be right", "Were right"], rows))),
    make("p", `Your Brier score is ${found.brier.toFixed(2)}, where 0 is best. “A guess”, said each time, would have come to ${guessed.toFixed(2)} with the same answers.`));
}

/** @type {(root: HTMLElement, firsts: First[]) => void} */
export function tellBelief(root, firsts) {
  const { hits, sound, alarms, unsound, found } = beliefFound(firsts);
  const place = root.querySelector(".wss-belief");
  if (!found) return place.replaceChildren(make("p", `Here stands how well you tell the two apart, from ${FEWEST_CLAIMS} claims of each on. You have judged ${sound} that the evidence supports and ${unsound} that it does not.`));
  place.replaceChildren(make("p", beliefSaid(found)), tableOf("Claims that you called supported", ["Figure", "Your claims"], [
    ["Of those that the evidence supports (hits)", `${hits} of ${sound}`],
    ["Of those that it does not (false alarms)", `${alarms} of ${unsound}`],
    ["Hits minus false alarms, from –1 to 1", reach(found.difference)],
    ["d′, where 0 is chance", reach(found.dprime)],
    ["Bias: above 0 slow to call supported, below 0 quick", reach(found.bias)],
  ]));
}

/** @type {(place: HTMLElement, found: First[], why: (first: First) => string) => void} */
function fillList(place, found, why) {
  const items = found.slice(0, MOST_LISTED).map((first) => make("li", linkTo(first.exercise), " ", make("span.wss-why", why(first))));
  const rest = found.length - items.length;
  place.replaceChildren(items.length ? make("ul", ...items) : make("p", "None so far."), ...(rest > 0 ? [make("p", `And ${rest} earlier.`)] : []));
}

/** @param {number} share */
const hundredth = (share) => `${Math.round(100 * share)}%`;
/** @param {Estimate} found */
const reach = ({ value, low, high }) => `${signed(value)} (${signed(low)} to ${signed(high)})`;
/** @param {number} value */
const signed = (value) => value.toFixed(2).replace(/^-(?=0\.00$)/, "").replace("-", "–");
