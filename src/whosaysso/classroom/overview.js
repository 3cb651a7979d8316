// What is seen only over many exercises: the tests, sureness, how readily claims are believed, and the polls.

import { fromTo, inPercent, ofAll, signed, toShow, withReach } from "./figures.js";
import { barred, drawn, element, table } from "./html.js";
import { titleOf } from "./naming.js";
import { gainsOf, occasionsOf, reliability } from "./occasions.js";
import { believed, believedApart } from "./sorting.js";
import { sureAndWrong, surenessOf, surerOf } from "./sureness.js";
import { signal } from "../measures/signal.js";

/** @import { Calibration, Estimate } from "../measures/types" */
/** @import { Item, Shown } from "./types" */

/** @type {(shown: Shown) => HTMLElement | null} */
export function testsSection({ found, course, share }) {
  const enough = (/** @type {number} */ many) => !share || many >= 5;
  const occasions = occasionsOf(found, course).filter(({ students }) => enough(students));
  if (!occasions.length) return null;
  const gains = gainsOf(found).filter((gain) => enough(gain.effect.people));
  const alphas = reliability(found, course).filter(({ students }) => enough(students));
  return element("section", {}, element("h2", {}, "The tests"),
    table("Each form on each occasion", ["When", "Form", "Students", "Mean"], occasions.map(({ when, form, students, mean }) => [when, form, String(students), mean ? withReach(mean) : "–"])),
    gains.length > 0 && table("What those gained who took both, over all forms", ["From, to", "Students", "Mean, earlier and later", "Gain in points of 100", "In standard deviations"],
      gains.map(({ from, to, effect: { people, before, after, gain, size } }) => [`${from}, ${to}`, String(people), `${inPercent(before)}, ${inPercent(after)}`,
        `${signed(100 * gain.value, 0)} (${signed(100 * gain.low, 0)} to ${signed(100 * gain.high, 0)})`, fromTo(size)])),
    alphas.length > 0 && table("Do the tasks of a form measure one thing? Cronbach’s alpha, over those who did all of it", ["Form", "Tasks", "Students", "Alpha"],
      alphas.map(({ form, items, students, alpha }) => [form, String(items), String(students), fromTo(alpha)])),
    element("p", { class: "wss-class-note" }, "A class that is taught between two tests learns many things at once. The gain says that something changed, and not what changed it."));
}

/** @type {(shown: Shown) => HTMLElement | null} */
export function surenessSection({ items, course, share }) {
  const found = surenessOf(items);
  if (!found || found.answers < 10) return null;
  const bins = found.bins.filter(({ answers }) => !share || answers >= 5);
  const wrong = sureAndWrong(items).filter((one) => !share || one.wrong >= 5);
  const claims = believed(items);
  const told = claims && signal(claims[0], claims[1], claims[2], claims[3]);
  return element("section", {}, element("h2", {}, "How sure they were, and how right"),
    element("p", {}, `${found.answers} answers said how sure. ${overSaid(surerOf(items))} Brier score ${found.brier.toFixed(2)}, where 0 is best.`),
    element("div", { class: "wss-class-two" }, curve({ ...found, bins }), table("Right by how sure", ["Said", "Answers", "Should be right", "Was right"],
      bins.map(({ sure, answers, expected, right }) => [course.sureness[Math.round(sure * (course.sureness.length - 1))], String(answers), inPercent(expected), withReach(right)]))),
    wrong.length > 0 && table("Sure, and wrong", ["Exercise", "Sure", "Of them wrong"], wrong.map(({ item, sure, wrong: many }) => [titleOf(item.asked), String(sure), ofAll(many, sure)])),
    told && claims && table("Are claims believed that the evidence supports, and no others?", ["Measure", "All claims that were judged"], [
      ["Believed of those that it supports", ofAll(claims[0], claims[1])], ["Believed of the others", ofAll(claims[2], claims[3])],
      ["Difference, as each student has it on average", fromTo(believedApart(items))], ["d′ (0 is chance)", signed(told.dprime.value)], ["Bias (above 0: slow to believe)", signed(told.bias.value)]]));
}

/** @param {Estimate | null} over */
function overSaid(over) {
  if (!over) return "";
  if (over.low <= 0 && over.high >= 0) return "On the whole they were right about as often as they were sure, as far as so many students can tell.";
  const [least, most] = [over.low, over.high].map((end) => Math.round(Math.abs(100 * end))).sort((a, b) => a - b);
  return `On average they were ${least} to ${most} points of 100 ${over.value > 0 ? "surer than right" : "less sure than right"}.`;
}

/** @param {Calibration} found */
function curve({ bins }) {
  const [x, y] = [(/** @type {number} */ share) => 34 + 220 * share, (/** @type {number} */ share) => 240 - 220 * share];
  const marks = bins.flatMap(({ expected, right, answers }) => [
    drawn("path", { class: "wss-reach", d: `M${x(expected)} ${y(right.low)}V${y(right.high)}` }),
    drawn("circle", { class: "wss-value", cx: x(expected), cy: y(right.value), r: Math.min(9, 3 + Math.sqrt(answers) / 4) })]);
  const ticks = [0, 0.5, 1].flatMap((share) => [
    drawn("text", { x: 28, y: y(share) + 4, "text-anchor": "end" }, inPercent(share)), drawn("text", { x: x(share), y: 258, "text-anchor": "middle" }, inPercent(share))]);
  return drawn("svg", { class: "wss-curve", viewBox: "-14 0 294 290", role: "img", "aria-label": "How often answers were right, by how sure their readers were; the table beside it has the figures." },
    drawn("path", { class: "wss-axis", d: `M${x(0)} ${y(1)}V${y(0)}H${x(1)}` }), drawn("path", { class: "wss-chance", d: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` }),
    ...ticks, drawn("text", { x: x(0.5), y: 282, "text-anchor": "middle" }, "should be right →"), drawn("text", { x: x(0), y: 12 }, "↑ was right"), ...marks);
}

/** The way of the class through a question that is asked again and again. @type {(shown: Shown) => HTMLElement | null} */
export function pollsSection({ items, share }) {
  /** @type {Map<string, Item[]>} */
  const polls = new Map();
  for (const item of items) if (item.asked.asks) polls.set(item.asked.asks, [...(polls.get(item.asked.asks) ?? []), item]);
  if (!polls.size) return null;
  return element("section", {}, ...[...polls.values()].flatMap((occasions) => {
    const [{ asked: { question } }] = occasions;
    const options = question.options ?? [];
    const columns = occasions.map(({ answers }) => {
      const counts = options.map(({ id }) => answers.filter(({ answer }) => answer.attempt.response.choice === id).length);
      return toShow(counts, share).map((cell) => barred((cell ?? 0) / answers.length, ofAll(cell, answers.length)));
    });
    const rows = options.map(({ text }, n) => [text, ...columns.map((cells) => cells[n])]);
    return [element("h2", {}, question.title), table("Asked again and again, and never scored", ["Answer", ...occasions.map(({ asked }) => asked.when ?? "")], rows), changed(occasions)];
  }));
}

/** @param {Item[]} occasions */
function changed(occasions) {
  const first = new Map(occasions[0].answers.map(({ student, answer }) => [student, answer.attempt.response.choice]));
  const both = occasions[occasions.length - 1].answers.filter(({ student }) => first.has(student));
  const other = both.filter(({ student, answer }) => first.get(student) !== answer.attempt.response.choice).length;
  return occasions.length > 1 && both.length >= 10 ? element("p", {}, `Of ${both.length} who answered at the first and at the last of these, ${inPercent(other / both.length)} had changed their answer.`) : null;
}
