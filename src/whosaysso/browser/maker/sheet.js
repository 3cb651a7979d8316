// An exercise as HTML, as the templates of the kinds give it: tests/maker sets both side by side. All text is set as text.

import { element } from "../yourtext/making.js";

/** @typedef {any} Seen A question, as questionOf gives it. */

const HOW_SURE = { "0.0": "A guess", 0.25: "Rather unsure", 0.5: "Half sure", 0.75: "Rather sure", "1.0": "Sure" };
const ASKS_HOW_SURE = ["choose", "judge", "number"];
const STATIC = "The part that checks answers has not started. If this message stays, your browser lacks something that it needs.";
const NO_SCRIPT = "Answers are checked in the page by JavaScript, which is off here.";
const HOW_TO_MARK = "Tap or click the first word, then the last; a word alone, twice. With a mouse you can drag. Tap a mark to remove it. With the keyboard: the arrows move, Shift with arrows selects, Enter marks, Delete removes.";

/** Text in paragraphs, as the templates part it. @param {string} text */
const partedText = (text) => text.split("\n\n").map((part) => part.split(/\s+/).filter(Boolean).join(" "));
/** @type {(value: string, attributes?: Record<string, string | boolean>) => HTMLElement} */
const input = (value, attributes = {}) => element("input", { value, ...attributes });
/** @param {Seen} question */
const legendOf = ({ prompt }) => element("legend", { class: "wss-prompt" }, ...partedText(prompt).flatMap((part) => [element("span", {}, part), " "]));
/** @param {Seen} question */
const promptOf = ({ prompt }) => partedText(prompt).map((part) => element("p", { class: "wss-prompt" }, part));
/** @type {(text: string, place: string) => HTMLElement} */
const quotedPlace = (text, place) => element("blockquote", { class: "wss-quotation", translate: "no" }, ...partedText(text).map((part) => element("p", { dir: "auto" }, part)), element("div", { class: "wss-place" }, place));
/** @param {Seen} question */
const quotation = ({ quotation: shown }) => (shown ? [quotedPlace(shown.text, shown.place)] : []);
/** @type {(type: string, name: string, value: string, words: string) => HTMLElement} */
const choice = (type, name, value, words) => element("label", {}, input(value, { type, name }), " ", element("span", {}, words));

/** @param {Seen} question */
function choosing(question) {
  const type = question.kind === "choose" ? "radio" : "checkbox";
  return [...quotation(question), element("fieldset", { class: "wss-item" }, legendOf(question),
    ...question.options.map((/** @type {Seen} */ { id, text }) => element("div", { class: "wss-choice wss-drawn", "data-about": id }, choice(type, "choice", id, text))))];
}

/** @param {Seen} question */
function sorting(question) {
  return [...promptOf(question), ...question.statements.map((/** @type {Seen} */ { id, text }, /** @type {number} */ n) =>
    element("fieldset", { class: "wss-item wss-drawn", "data-about": id },
      element("legend", {}, element("span", { class: "wss-ordinal" }, String(n + 1)), ` ${text}`),
      element("div", { class: "wss-classes" }, ...question.classes.map((/** @type {Seen} */ one) => element("div", { class: "wss-choice", "data-value": one.id }, choice("radio", id, one.id, one.label))))))];
}

/** What each answer says, printed with every question and where its key is written. */
export const threeVerdicts = () => element("p", { class: "wss-verdicts" }, element("b", {}, "Supports it"), ": the evidence shows that the claim is so. ", element("b", {}, "Contradicts it"), ": it shows that it is not so. ",
  element("b", {}, "Cannot tell"), ": it shows neither. One party’s own word, uncorroborated, leaves it open.");

/** @param {Seen} question */
function judging(question) {
  return [element("div", { class: "wss-evidence" }, ...question.evidence.map((/** @type {Seen} */ { text, origin }) => quotedPlace(text, origin))), threeVerdicts(), ...sorting(question)];
}

/** @param {Seen} question */
function numbering(question) {
  const field = (/** @type {string} */ name, /** @type {string} */ words) => element("label", { class: "wss-number-field" }, `${words} `, element("input", { type: "text", inputmode: "decimal", name, maxlength: "40", autocomplete: "off", spellcheck: "false" }), " ", element("span", {}, question.unit));
  const fields = question.range ? [field("low", "Lowest"), field("high", "Highest")] : [field("number", "Number")];
  return [...quotation(question), element("fieldset", { class: "wss-item", "data-about": question.range ? "range" : "number" }, legendOf(question), ...fields)];
}

/** @param {Seen} question */
function writing(question) {
  const rows = (/** @type {number} */ a) => String(Math.max(2, Math.floor(question.length / a)));
  return [...quotation(question), ...promptOf(question),
    element("label", { class: "wss-write" }, element("span", {}, `Your text, about ${question.length} words`), element("textarea", { name: "text", rows: rows(9), "data-most": "4000" })),
    element("p", { class: "wss-length wss-live", hidden: true }), element("div", { class: "wss-written", "aria-hidden": "true" }),
    element("div", { class: "wss-lines", style: `--lines: ${rows(7)}`, "aria-hidden": "true" }), element("p", { class: "wss-long", role: "status" }),
    ...(question.checks.length ? [element("ul", { class: "wss-checks" }, ...question.checks.map((/** @type {Seen} */ { id, label }) => element("li", { "data-about": id }, label)))] : []),
    element("fieldset", { class: "wss-rubric", hidden: true }, element("legend", {}, "A machine cannot mark this, so mark yourself."),
      ...question.rubric.map((/** @type {Seen} */ { id, text }) => choice("checkbox", "rubric", id, text)))];
}

/** @param {Seen} question */
function marking(question) {
  const many = question.labels.length > 1;
  const labels = element("fieldset", { class: "wss-labels wss-live", hidden: true }, element("legend", {}, "Mark as"), ...question.labels.map((/** @type {Seen} */ { id, label }, /** @type {number} */ n) =>
    element("label", {}, input(id, { type: "radio", name: "label", checked: n === 0 }), " ", element("span", { "data-label": String(n) }, label))));
  const onPaper = element("p", { class: "wss-paper" }, `On paper, give each its own line, colour or letter: ${question.labels.map((/** @type {Seen} */ { label }) => label).join("; ")}.`);
  const passage = element("div", { class: "wss-passage", "data-about": "passage", dir: "auto", translate: "no" }, ...question.sentences.map((/** @type {Seen} */ { id, from, to }) =>
    element("span", { class: "wss-sentence" }, element("span", { class: "wss-number" }, id), ...question.words.slice(from, to + 1).flatMap((/** @type {string} */ word, /** @type {number} */ n) =>
      [element("span", { class: "wss-word", "data-word": String(from + n) }, word), element("span", { class: "wss-gap", "data-gap": String(from + n) }, question.gaps[from + n])]))));
  return [...promptOf(question), ...(many ? [labels, onPaper] : []), passage, element("p", { class: "wss-announce", role: "status" }), element("p", { class: "wss-origin" }, question.origin),
    element("div", { class: "wss-live", hidden: true }, element("p", { class: "wss-how" }, HOW_TO_MARK), element("p", { class: "wss-marked-title" }, "Your marks: ", element("span", { class: "wss-count" }, "none yet")),
      element("ul", { class: "wss-marked" }))];
}

/** @type {Record<string, (question: Seen) => HTMLElement[]>} */
const BODIES = { choose: choosing, "choose-all": choosing, sort: sorting, judge: judging, number: numbering, write: writing, mark: marking };

/** A whole exercise, with the data that grading needs. @type {(exercise: Seen) => HTMLElement} */
export function exerciseSheet(exercise) {
  const name = `exercise-${exercise.id}`;
  const sure = ASKS_HOW_SURE.includes(exercise.kind) ? [element("fieldset", { class: "wss-sure wss-live", hidden: true },
    element("legend", {}, "How sure are you? ", element("span", {}, "You may leave this out, since it never changes the score.")),
    ...Object.entries(HOW_SURE).map(([value, words]) => choice("radio", "sure", value, words)))] : [];
  const form = element("form", { class: "wss-exercise", id: name, "data-exercise": exercise.id, "data-kind": exercise.kind, "data-version": exercise.version, "data-mode": "practice", "data-order": "drawn", "aria-labelledby": `${name}-title`, autocomplete: "off", novalidate: true },
    element("p", { class: "wss-title", id: `${name}-title` }, exercise.title), ...BODIES[exercise.kind](exercise), ...sure,
    element("p", { class: "wss-buttons wss-live", hidden: true }, element("button", { type: "button", class: "wss-check" }, "Check"), " ", element("button", { type: "button", class: "wss-reveal", hidden: true }, "Show every answer")),
    element("div", { class: "wss-result", role: "status" }), element("p", { class: "wss-notice", role: "alert" }),
    element("p", { class: "wss-static" }, element("noscript", {}, NO_SCRIPT), element("span", { class: "wss-unstarted" }, STATIC), " On paper: write your answer down, then compare it with the answer key."),
    element("script", { type: "application/json", class: "wss-data" }, asData({ ...exercise, mode: "practice", set: "made" })));
  return form;
}

/** JSON that can stand in a script element: nothing in it can end the element. @param {unknown} data */
export const asData = (data) => JSON.stringify(data).replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
