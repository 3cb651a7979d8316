// Grading in the student's browser: the twin of grading.py, which says what every part means.
// Both are held together by tests/grading_cases.json and by a property-based test.

/**
 * @param {object} exercise an exercise with its key
 * @param {object} response `{choice}`, `{classes}` or `{words}`
 * @returns {{score: number, feedback: {about: string, verdict: string, text: string}[], missing: string[]}}
 */
export function grade(exercise, response) {
  const given = isObject(response) ? response : {};
  return graders[exercise.kind](exercise, given);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const union = (sets) => new Set(sets.flatMap((set) => [...set]));

function gradeChoose(exercise, response) {
  const options = exercise.key.options;
  const choice = own(response, "choice");
  const option = typeof choice === "string" ? own(options, choice) : undefined;
  if (!option) return { score: 0, feedback: [], missing: ["choice"] };
  return { score: option.credit, feedback: [told(choice, option.credit, option.feedback)], missing: [] };
}

function gradeSort(exercise, response) {
  const given = own(response, "classes");
  const answers = isObject(given) ? given : {};
  const classes = exercise.classes.map((c) => c.id);
  const right = new Map();
  const asked = new Map();
  const feedback = [];
  const missing = [];
  for (const [statement, key] of Object.entries(exercise.key.statements)) {
    const answer = own(answers, statement);
    asked.set(key.class, (asked.get(key.class) ?? 0) + 1);
    if (typeof answer !== "string" || !classes.includes(answer)) {
      missing.push(statement);
      continue;
    }
    const hit = answer === key.class ? 1 : 0;
    right.set(key.class, (right.get(key.class) ?? 0) + hit);
    feedback.push(told(statement, hit, key.feedback[answer]));
  }
  let recall = 0;
  for (const [name, count] of asked) recall += (right.get(name) ?? 0) / count;
  recall /= asked.size;
  const chance = 1 / asked.size;
  return { score: Math.max(0, (recall - chance) / (1 - chance)), feedback, missing };
}

function gradeMark(exercise, response) {
  const count = exercise.words.length;
  const labels = exercise.labels.map((label) => label.id);
  const key = exercise.key;
  const marked = readMarks(response, labels, count);
  const wanted = new Map(labels.map((label) => [label, new Set()]));
  for (const mark of key.marks) range(mark.from, mark.to).forEach((n) => wanted.get(mark.label).add(n));

  if (![...marked.values()].some((set) => set.size)) return { score: 0, feedback: [], missing: ["marks"] };
  const where = kappa(union([...wanted.values()]), union([...marked.values()]), count);
  const each = labels.map((label) => Math.max(0, kappa(wanted.get(label), marked.get(label), count)));
  const which = each.reduce((sum, value) => sum + value, 0) / labels.length;
  const feedback = key.marks.map((mark, number) => found(number, mark, marked));
  for (const label of labels) feedback.push(...strays(label, marked, wanted, key));
  return { score: (Math.max(0, where) + which) / 2, feedback, missing: [] };
}

function kappa(a, b, count) {
  const both = [...a].filter((n) => b.has(n)).length;
  const observed = (count - a.size - b.size + 2 * both) / count;
  const expected = (a.size * b.size + (count - a.size) * (count - b.size)) / (count * count);
  return expected === 1 ? 0 : (observed - expected) / (1 - expected);
}

function readMarks(response, labels, count) {
  const given = own(response, "words");
  const words = isObject(given) ? given : {};
  return new Map(labels.map((label) => {
    const numbers = own(words, label);
    const list = Array.isArray(numbers) ? numbers : [];
    return [label, new Set(list.filter((n) => Number.isInteger(n) && n >= 0 && n < count))];
  }));
}

function found(number, mark, marked) {
  const span = range(mark.from, mark.to);
  const hit = span.filter((n) => marked.get(mark.label).has(n)).length / span.length;
  if (hit === 0) return { about: `mark-${number}`, verdict: "missed", text: mark.missed };
  return told(`mark-${number}`, hit, mark.found);
}

function strays(label, marked, wanted, key) {
  const runs = [];
  const words = [...marked.get(label)].filter((n) => !wanted.get(label).has(n)).sort((a, b) => a - b);
  for (const word of words) {
    const last = runs.at(-1);
    if (last && last.at(-1) === word - 1) last.push(word);
    else runs.push([word]);
  }
  return runs.map((run) => {
    const [from, to] = [run[0], run.at(-1)];
    const decoy = key.decoys.find((d) => d.from <= to && from <= d.to);
    const touching = wanted.get(label).has(from - 1) || wanted.get(label).has(to + 1);
    const text = decoy ? decoy.feedback : touching ? key.wider : key.otherwise;
    return { about: `words-${label}-${from}-${to}`, verdict: "wrong", text };
  });
}

function told(about, credit, text) {
  return { about, verdict: credit === 1 ? "right" : credit === 0 ? "wrong" : "partly", text };
}

const graders = { choose: gradeChoose, sort: gradeSort, mark: gradeMark };
