// What `check` would say of made exercises, and what a careful colleague would ask, as questions; tests/maker holds
// both languages to the same cases.

import { promptsIn } from "../../reader/prompts.js";
import { countPoints } from "../../reader/points.js";
import { joinedLines, wordPlaces, wordsOfLines, withKey } from "./asking.js";
import { countOf } from "./lacking.js";

/** @import { Authored, Doubt } from "./types" */
/** @import { PromptList } from "../../reader/types" */
/** @typedef {Record<"loaded" | "hedge" | "verdict", string>} Prose The patterns of check/prose.py. */

const MOST_OVER_A_TOPIC = 0.4;
const MOST_NAMED = 8;

/** Questions about whole exercises; those that lack something are not asked about. @type {(items: Authored[], prose: Prose, prompts?: PromptList[]) => Doubt[]} */
export const doubtsOf = (items, prose, prompts = []) => [...items.flatMap((item) => [...unfair(item), ...prompts.flatMap((list) => overlooked(item, list)), ...careless(item), ...spoken(item, prose)]), ...longest(items)];

/** What `check` refuses in the book, since it can be answered without reading. @type {(item: Authored) => Doubt[]} */
function unfair(item) {
  /** @type {Doubt[]} */
  const found = [];
  const ask = (/** @type {string} */ rule, /** @type {string} */ words) => found.push({ rule, exercise: item.id, words });
  if (item.kind === "mark") {
    const { marks } = withKey(item).key;
    const { words, sentences } = wordsOfLines(item.text);
    const taken = new Set(marks.flatMap((/** @type {any} */ { from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)));
    if (taken.size > (2 / 3) * words.length) ask("crowded", "More than two thirds of the words are to be marked. Would it pay to mark everything?");
    if (!sentences.some(({ from, to }) => ![...taken].some((n) => from <= n && n <= to))) ask("clean", "Every sentence has something to mark. Could the passage be longer by a clean one?");
  }
  if (item.kind === "judge") {
    const [sound, unsound, open] = ["supports", "contradicts", "open"].map((verdict) => item.claims.filter((/** @type {any} */ one) => one.verdict === verdict).length);
    if (Math.min(sound, unsound, open) < 1 || Math.max(sound, unsound, open) > 4) ask("balance", `${sound} supported, ${unsound} contradicted, ${open} open. Could each verdict be right once at least?`);
    else if (sound !== unsound) ask("even", `${sound} supported and ${unsound} contradicted. With as many of each, believing everything earns nothing.`);
  }
  return found;
}

/** What a list of words prompts in a passage and the key leaves out: of numbers every one, else what stands in a sentence without a mark. @type {(item: Authored, list: PromptList) => Doubt[]} */
function overlooked(item, list) {
  const label = item.kind === "mark" && item.labels.find((/** @type {any} */ { id }) => id === list.label);
  if (!label) return [];
  const joined = joinedLines(item.text);
  const { point, slice } = countPoints(joined);
  const { marks, decoys } = withKey(item).key;
  const { sentences } = wordsOfLines(item.text);
  const within = list.label === "number" ? [] : sentences;
  const said = [...decoys, ...marks, ...within.filter(({ from, to }) => marks.some((/** @type {any} */ mark) => mark.label === label.id && mark.from <= to && from <= mark.to))];
  const left = wordPlaces(joined).map(([a, b], n) => ({ start: point(a), end: point(b), said: said.some(({ from, to }) => from <= n && n <= to) }));
  const open = promptsIn(joined, list).filter(({ start, end }) => !left.some((word) => word.said && word.start < end && start < word.end));
  if (!open.length) return [];
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const { start, end } of open) {
    const at = sentences.find(({ to }) => start < left[to].end)?.id ?? "";
    const word = [...found.keys()].find((one) => one.toLowerCase() === slice(start, end).toLowerCase()) ?? slice(start, end);
    found.set(word, (found.get(word) ?? new Set()).add(at));
  }
  const quoted = [...found].map(([word, at]) => `“${word}” (${at.size > 1 ? "sentences" : "sentence"} ${[...at].join(", ")})`);
  const more = quoted.length > MOST_NAMED ? ` and ${quoted.length - MOST_NAMED} more` : "";
  return [{ rule: "unmarked", exercise: item.id, words: `Your key leaves out ${quoted.slice(0, MOST_NAMED).join(", ")}${more}. Whoever marks ${quoted.length > 1 ? "them" : "it"} as “${label.label}” is told “Not this”. Is that what you mean?` }];
}

/** @type {(items: Authored[]) => Doubt[]} */
function longest(items) {
  const asked = items.filter(({ kind }) => kind === "choose");
  const credits = asked.map(({ options }) => options.reduce((/** @type {any} */ a, /** @type {any} */ b) => ([...b.text].length > [...a.text].length ? b : a)).credit);
  const mean = credits.reduce((sum, one) => sum + one, 0) / (credits.length || 1);
  return mean > MOST_OVER_A_TOPIC ? [{ rule: "longest", exercise: asked[credits.indexOf(Math.max(...credits))].id, words: "Whoever chooses the longest option without reading is right too often. Could a wrong one be as long?" }] : [];
}

/** What a colleague would ask, and `check` does not. @type {(item: Authored) => Doubt[]} */
function careless(item) {
  /** @type {Doubt[]} */
  const found = [];
  const ask = (/** @type {string} */ rule, /** @type {string} */ words) => found.push({ rule, exercise: item.id, words });
  const mechanical = feedbackOf(item).filter((text) => /^The key has\b/.test(text)).length;
  if (mechanical) ask("why", `${countOf(mechanical, "reason")} only ${mechanical === 1 ? "says" : "say"} what the key has. Would you say why?`);
  if (item.kind === "choose-all") {
    const fitting = item.options.filter((/** @type {any} */ one) => one.right).length;
    if (fitting * 3 > item.options.length * 2 || fitting * 3 < item.options.length) ask("lopsided", `${fitting} of ${item.options.length} options fit, so that ticking at random pays. Could it be nearer to half?`);
    const sorted = [...item.options].sort((a, b) => b.text.length - a.text.length);
    const half = sorted.slice(0, Math.ceil(sorted.length / 2));
    if (half.every((one) => one.right) && sorted.slice(half.length).every((one) => !one.right)) ask("half", "The options that fit are the longer half. Could one that does not be as long?");
  }
  if (item.kind === "number" && !item.range && item.text && (item.text.match(/\d[\d,.]*/g) ?? []).length === 1) ask("printed", "One number alone stands in what is shown. Is it to be copied, or to be worked out?");
  return found;
}

/** @type {(item: Authored) => string[]} */
function feedbackOf({ options = [], claims = [], statements = [], bands = [], marks = [], decoys = [], checks = [], range, otherwise }) {
  const told = [...checks.flatMap((/** @type {any} */ { met, unmet }) => [met, unmet]), ...Object.values(range?.feedback ?? {})];
  return told.concat([...options, ...bands, ...decoys].map(({ feedback }) => feedback), claims.map((/** @type {any} */ one) => one.feedback[one.verdict]),
    statements.map((/** @type {any} */ one) => one.feedback.otherwise), marks.map((/** @type {any} */ one) => one.found), typeof otherwise === "string" ? [otherwise] : otherwise ? [otherwise.feedback] : []);
}

/** What the book’s own prose may not say: loaded words, hedges that name nobody, a verdict said twice. @type {(item: Authored, prose: Prose) => Doubt[]} */
function spoken(item, { loaded, hedge, verdict }) {
  const own = [item.title, item.prompt, ...feedbackOf(item), item.model ?? ""].map((text) => text.replace(/“[^”]*”|"[^"]*"/g, "“”"));
  /** @type {(rule: string, pattern: RegExp, words: (found: string) => string) => Doubt[]} */
  const say = (rule, pattern, words) => own.flatMap((text) => pattern.exec(text)?.slice(0, 1) ?? []).slice(0, 1).map((found) => ({ rule, exercise: item.id, words: words(found) }));
  return [
    ...say("loaded", new RegExp(loaded, "i"), (found) => `You say “${found}” in your own voice. Is it the text’s word? Then put it in quotation marks.`),
    ...say("hedge", new RegExp(hedge, "i"), (found) => `You say “${found}”, and name nobody for it. Who says so?`),
    ...say("verdict", new RegExp(`^(?:${verdict})`), (found) => `A reason begins with “${found}”, and the page has given the verdict already. Could it begin with the reason?`),
  ];
}
