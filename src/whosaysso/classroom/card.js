// One exercise as the class answered it: its figures, then what was answered, in the form of its kind.

import { readNumber } from "../kinds/grammar.js";
import { numberOf } from "./answers.js";
import { fromTo, inPercent, ofAll, toShow, withReach } from "./figures.js";
import { barred, element, interval, table } from "./html.js";
import { besideKey, heatOf, keyed, sharesOf } from "./marks.js";
import { listOf, nameOf, titleOf } from "./naming.js";
import { apart, confusions } from "./sorting.js";

/** @import { Inside } from "./html.js" */
/** @import { Item, Shown } from "./types" */

/** @type {(item: Item, shown: Shown) => HTMLElement} */
export function cardOf(item, shown) {
  const { question } = item.asked;
  const title = element("summary", {}, element("span", { class: "wss-card-title" }, titleOf(item.asked)), ` ${question.kind} · ${item.answers.length} answered`,
    item.facility && ` · ${withReach(item.facility)}`);
  const card = element("details", { class: "wss-card", id: `class-${question.id}` }, title);
  card.addEventListener("toggle", () => card.children.length === 1 && card.append(...inside(item, shown)));
  return card;
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function inside(item, shown) {
  const { asked, answers, leftBy, wrongs } = item;
  const said = [element("p", { class: "wss-card-prompt" }, asked.question.prompt), figuresOf(item)];
  if (leftBy.length) said.push(element("p", {}, `Left out by ${shown.share ? (toShow([leftBy.length], true)[0] ?? "few") : listOf(leftBy, shown)}.`));
  said.push(...(KINDS_SHOWN[asked.question.kind] ?? (() => []))(item, shown));
  const counts = toShow(wrongs.map(({ many }) => many), shown.share);
  const common = wrongs.map((wrong, n) => ({ ...wrong, shown: counts[n] })).filter((wrong) => wrong.shown !== null).slice(0, 3);
  if (common.length) said.push(table("Most often wrong, and what the reader is told", ["What was answered", "By", "Told"],
    common.map((wrong) => [wrong.said, ofAll(wrong.shown, answers.length), wrong.why]), "wss-wrongs"));
  return said;
}

/** @param {Item} item */
function figuresOf({ asked, answers, facility: easy, discrimination: apartBy }) {
  const rows = [element("div", {}, element("dt", {}, "Answered"), element("dd", {}, String(answers.length)))];
  if (easy) rows.push(
    element("div", {}, element("dt", {}, "Right on average"), element("dd", {}, withReach(easy), " ", interval(easy, asked.guessing))),
    element("div", {}, element("dt", {}, "Guessing earns"), element("dd", {}, inPercent(asked.guessing))),
    element("div", {}, element("dt", {}, "Tells apart"), element("dd", {}, apartBy ? fromTo(apartBy) : answers.length < 20 ? "not told under 20 students" : "everybody alike")));
  return element("dl", { class: "wss-card-figures" }, ...rows);
}

/** @type {Record<string, (item: Item, shown: Shown) => HTMLElement[]>} */
const KINDS_SHOWN = {
  choose: chosen, "choose-all": chosen, judge: sorted, sort: sorted, mark: marked, number: numbers, rank: ranked, write: texts,
};

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function chosen({ asked: { question }, answers }, { share }) {
  const responses = answers.map(({ answer }) => answer.attempt.response);
  const picks = (/** @type {string} */ id) => responses.filter(({ choice, choices }) => choice === id || (Array.isArray(choices) && choices.includes(id))).length;
  const options = question.options ?? [];
  const counts = options.map(({ id }) => picks(id));
  const cells = toShow(counts, share);
  const right = (/** @type {string} */ id) => {
    const key = question.key.options?.[id];
    return !key ? "" : key.right || key.credit === 1 ? "right" : key.credit ? "partly" : "";
  };
  return [table("What was chosen", ["Option", "Chosen by", "Key"], options.map(({ id, text }, n) =>
    [text, barred((cells[n] ?? 0) / answers.length, ofAll(cells[n], answers.length)), right(id)]))];
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function numbers({ asked: { question }, answers }, { share }) {
  /** @type {Map<string, { many: number, score: number }>} */
  const found = new Map();
  for (const { answer: { attempt: { response }, score } } of answers) {
    const said = (question.range ? [response.low, response.high] : [response.number]).map(numberOf).join("–");
    found.set(said, { many: (found.get(said)?.many ?? 0) + 1, score: score ?? 0 });
  }
  const rows = [...found].sort(([a, one], [b, other]) => other.many - one.many || Number(readNumber(a)) - Number(readNumber(b)));
  const cells = toShow(rows.map(([, { many }]) => many), share);
  return [table(`Numbers given${question.unit ? `, in ${question.unit}` : ""}`, ["Number", "Given by", "Score"],
    rows.map(([said, { many, score }], n) => [cells[n] === null ? "another" : said, barred(cells[n] === null ? 0 : many / answers.length, ofAll(cells[n], answers.length)), inPercent(score)]))];
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function ranked({ asked: { question }, answers }) {
  const orders = answers.map(({ answer }) => answer.attempt.response.order).filter(Array.isArray);
  const sources = (question.sources ?? []).map(({ id, text }) => {
    const places = orders.map((order) => order.indexOf(id) + 1).filter(Boolean);
    return { text, step: question.key.sources[id].step, place: places.reduce((sum, place) => sum + place, 0) / (places.length || 1) };
  });
  return [table("Where each was put, on average", ["Source", "Step in the key", "Mean place"],
    sources.sort((a, b) => a.step - b.step).map(({ text, step, place }) => [text, String(step), place.toFixed(1)]))];
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function sorted(item, { share }) {
  const counts = confusions(item);
  const classes = item.asked.question.classes ?? [];
  const rows = counts.map((row) => toShow(row, share));
  const all = counts.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  return [
    table("What was said of what: the key down, the answers across", ["Key", ...classes.map(({ label }) => label)], classes.map(({ label }, key) =>
      [label, ...rows[key].map((cell) => barred((cell ?? 0) / (all[key] || 1), ofAll(cell, all[key])))]), "wss-confusions"),
    table("Each told from the rest", ["Verdict", "d′ (0 is chance)", "Bias (below 0: said too readily)"], apart(counts).map((found, n) =>
      [classes[n].label, fromTo(found?.dprime), fromTo(found?.bias)])),
  ];
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function marked(item, { share }) {
  const { question } = item.asked;
  const [heat, of] = [heatOf(item), item.answers.length];
  const inKey = (/** @type {number} */ n) => keyed(question).some(({ from, to }) => from <= n && n <= to);
  const passage = element("p", { class: "wss-heat", "aria-hidden": "true" }, ...(question.words ?? []).flatMap((word, n) => {
    const [many] = toShow([heat[n]], share);
    const made = element("span", inKey(n) ? { class: "wss-in-key" } : {}, word);
    made.style.setProperty("--share", String((many ?? 0) / of));
    return [made, " "];
  }));
  const row = (/** @type {{ said: string, label: string, many: number }} */ { said, label, many }) => [said, label, ofAll(toShow([many], share)[0], of)];
  const whose = question.key.coders ? "the codings" : "the key";
  const beside = besideKey(item, heat);
  return [
    element("p", { class: "wss-class-note" }, `The darker, the more have marked the word; what is underlined stands in ${whose}.`), passage,
    table(`What ${whose} mark`, ["Passage", "Label", "Marked by"], sharesOf(item, heat).map(row)),
    ...(beside.length ? [table("Marked by a fourth or more, and not there", ["Passage", "Marked by"], beside.map((one) => row(one).filter(Boolean)))] : []),
  ];
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function texts({ asked: { question } }, { found, names, share, ...rest }) {
  if (share) return [element("p", {}, "Texts are not shared.")];
  const written = found.students.flatMap((student) => student.texts.filter(({ exercise }) => exercise === question.id).map((text) => ({ student, ...text })));
  return [element("ul", { class: "wss-texts" }, ...written.map(({ student, text, draft }) =>
    element("li", {}, element("b", {}, nameOf(student, { found, names, share, ...rest })), draft ? " (a draft)" : "", element("p", {}, text))))];
}
