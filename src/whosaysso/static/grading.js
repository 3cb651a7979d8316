// Grading in the student's browser: the twin of grading.py, which says what every part means.
// Both are held together by tests/grading_cases.json and by a property-based test.

import { readNumber, readWords, standNear } from "./grammar.js";
import { gradeMarks } from "./marks.js";
import { isObject, told } from "./verdict.js";

/**
 * @param {object} exercise an exercise with its key
 * @param {object} response as grading.py describes it
 * @returns {{score: number | null, feedback: {about: string, verdict: string, text: string}[], missing: string[]}}
 */
export function grade(exercise, response) {
  // A response may come from anybody: what every object has by nature is no answer.
  const given = isObject(response) ? Object.assign(Object.create(null), response) : Object.create(null);
  return graders[exercise.kind](exercise, given);
}

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const graded = (score, feedback, missing = []) => ({ score, feedback, missing });
const unanswered = (...missing) => graded(0, [], missing);
const isRight = (said) => said.verdict === "right";

function gradeChoose({ key }, { choice }) {
  const option = typeof choice === "string" ? own(key.options, choice) : undefined;
  return option ? graded(option.credit, [told(choice, option.credit, option.feedback)]) : unanswered("choice");
}

function gradeChooseAll({ key }, { choices }) {
  const options = Object.entries(key.options);
  const chosen = options.filter(([name]) => Array.isArray(choices) && choices.includes(name));
  if (!chosen.length) return unanswered("choices");
  const right = options.filter(([, option]) => option.right).length;
  const hits = chosen.filter(([, option]) => option.right).length;
  const said = options.filter((entry) => entry[1].right || chosen.includes(entry)).map((entry) => {
    const [about, option] = entry;
    return chosen.includes(entry) ? told(about, option.right ? 1 : 0, option.feedback) : { about, verdict: "missed", text: option.feedback };
  });
  return graded(Math.max(0, hits / right - (chosen.length - hits) / (options.length - right)), said);
}

function gradeSort(exercise, response) {
  const [said, missing] = classed(exercise, response);
  const asked = new Map();
  for (const [statement, key] of Object.entries(exercise.key.statements)) asked.set(key.class, [...(asked.get(key.class) ?? []), statement]);
  const right = new Set(said.filter(isRight).map((f) => f.about));
  let recall = 0;
  for (const statements of asked.values()) recall += statements.filter((s) => right.has(s)).length / statements.length;
  recall /= asked.size;
  const chance = 1 / asked.size;
  return graded(Math.max(0, (recall - chance) / (1 - chance)), said, missing);
}

function gradeJudge(exercise, response) {
  const [said, missing] = classed(exercise, response);
  return graded(said.filter(isRight).length / Object.keys(exercise.key.statements).length, said, missing);
}

function classed(exercise, response) {
  const answers = isObject(response.classes) ? response.classes : {};
  const classes = exercise.classes.map((c) => c.id);
  const [said, missing] = [[], []];
  for (const [statement, key] of Object.entries(exercise.key.statements)) {
    const answer = own(answers, statement);
    if (typeof answer !== "string" || !classes.includes(answer)) missing.push(statement);
    else said.push(told(statement, answer === key.class ? 1 : 0, key.feedback[answer]));
  }
  return [said, missing];
}

function gradeNumber({ key, range }, response) {
  const names = range ? ["low", "high"] : ["number"];
  const given = Object.fromEntries(names.map((name) => [name, readNumber(response[name])]));
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
}

function gradeRank({ key }, { order }) {
  const names = Object.keys(key.sources);
  if (!Array.isArray(order) || order.length !== names.length || !names.every((name) => order.includes(name))) return unanswered("order");
  const step = (name) => key.sources[name].step;
  const pairs = order.flatMap((a, at) => order.slice(at + 1).map((b) => [a, b, Math.sign(step(b) - step(a))])).filter(([, , sign]) => sign);
  const said = names.map((name) => {
    const mine = pairs.filter(([a, b]) => a === name || b === name);
    return told(name, mine.length ? mine.filter(([, , sign]) => sign > 0).length / mine.length : 1, key.sources[name].feedback);
  });
  return graded(Math.max(0, pairs.reduce((sum, [, , sign]) => sum + sign, 0) / pairs.length), said);
}

function gradeWrite({ key }, { text }) {
  const found = readWords(text);
  if (!found.length) return unanswered("text");
  return graded(null, key.checks.map((check) => {
    const met = standNear(found, check.words, check.within);
    return { about: check.id, verdict: met ? "right" : "missed", text: met ? check.met : check.unmet };
  }));
}

const graders = {
  choose: gradeChoose, "choose-all": gradeChooseAll, sort: gradeSort, judge: gradeJudge, number: gradeNumber, rank: gradeRank,
  mark: gradeMarks, write: gradeWrite,
};
