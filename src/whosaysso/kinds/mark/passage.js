// A passage to mark, word by word: what is marked, how it is drawn and listed. How words are chosen is in choosing.js.

import { isObject } from "../verdict.js";
import { chooseWords } from "./choosing.js";

/** @import { Changed } from "../types" */
/** @import { Marking, Passage } from "./types" */

/**
 * Calls `changed` after every change of the marks.
 * @type {(root: HTMLElement, exercise: Marking, changed: Changed) => Passage}
 */
export function markPassage(root, exercise, changed) {
  const box = root.querySelector(".wss-passage");
  const words = [...box.querySelectorAll(".wss-word")];
  const gaps = [...box.querySelectorAll(".wss-gap")];
  const list = root.querySelector(".wss-marked");
  const said = root.querySelector(".wss-announce");
  const labels = exercise.labels.map((l) => l.id);
  const marks = labels.map(() => /** @type {Set<number>} */ (new Set()));

  const active = () => Math.max(0, labels.indexOf(root.querySelector("input[name=label]:checked")?.value ?? labels[0]));
  /** @type {(from: number, to: number) => string} */
  const quoted = (from, to) => exercise.words.slice(from, to + 1).join(" ");
  const runs = () => marks.flatMap((set, label) => runsOf(set).map(([from, to]) => ({ from, to, label }))).sort((a, b) => a.from - b.from);
  const say = (/** @type {string} */ text) => (said.textContent = text);

  function draw() {
    words.forEach((word, n) => {
      const label = marks.findIndex((set) => set.has(n));
      word.setAttribute("aria-selected", String(label >= 0));
      paint(word, label);
      paint(gaps[n], label >= 0 && marks[label].has(n + 1) ? label : -1);
    });
    root.querySelector(".wss-count").textContent = String(runs().length || "none yet");
    list.replaceChildren(...runs().map(listed));
  }

  /** @param {ReturnType<typeof runs>[0]} run */
  function listed({ from, to, label }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: "Remove", className: "wss-remove" });
    button.dataset.lmSuppressShortcuts = "true";
    const text = `${labels.length > 1 ? `${exercise.labels[label].label}: ` : ""}${quoted(from, to)}`;
    button.setAttribute("aria-label", `Remove: ${text}`);
    button.addEventListener("click", () => {
      unmark(from, to);
      box.focus();
    });
    item.append(text, " ", button);
    return item;
  }

  /** @type {(from: number, to: number) => void} */
  function mark(from, to) {
    for (let n = from; n <= to; n++) marks.forEach((set, label) => (label === active() ? set.add(n) : set.delete(n)));
    finish(`Marked: ${quoted(from, to)}.`);
  }

  /** @type {(from: number, to: number) => void} */
  function unmark(from, to) {
    for (let n = from; n <= to; n++) marks.forEach((set) => set.delete(n));
    finish(`Removed: ${quoted(from, to)}.`);
  }

  /** @param {string} message */
  function finish(message) {
    draw();
    say(`${message} ${runs().length} marked.`);
    changed();
  }

  chooseWords(box, words, {
    name: `Passage to mark: ${exercise.title}`,
    sentences: exercise.sentences,
    quoted,
    say,
    runAt: (n) => runs().find((run) => run.from <= n && n <= run.to),
    whole: (from, to) => [...Array(to - from + 1).keys()].every((n) => marks[active()].has(from + n)),
    mark,
    unmark,
    label(number) {
      if (number >= labels.length || labels.length < 2) return false;
      root.querySelectorAll("input[name=label]")[number].checked = true;
      say(`Marking as ${exercise.labels[active()].label}.`);
      return true;
    },
  });
  draw();
  return {
    read: () => Object.fromEntries(labels.map((label, n) => [label, [...marks[n]].sort((a, b) => a - b)])),
    write(given) {
      const byLabel = isObject(given) ? given : {};
      labels.forEach((label, n) => {
        const numbers = Array.isArray(byLabel[label]) ? byLabel[label] : [];
        marks[n] = new Set(numbers.filter((w) => Number.isInteger(w) && w >= 0 && w < words.length));
      });
      draw();
    },
    point(spans) {
      words.forEach((word, n) => word.toggleAttribute("data-key", spans.some((s) => s.from <= n && n <= s.to)));
      gaps.forEach((gap, n) => gap.toggleAttribute("data-key", spans.some((s) => s.from <= n && n < s.to)));
    },
  };
}

/** @type {(element: HTMLElement, label: number) => void} */
function paint(element, label) {
  if (label < 0) delete element.dataset.mark;
  else element.dataset.mark = String(label);
}

/** @type {(numbers: Set<number>) => number[][]} */
function runsOf(numbers) {
  /** @type {number[][]} */
  const runs = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last?.[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}
