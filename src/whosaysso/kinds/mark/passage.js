// A passage to mark, word by word: by mouse, by touch, or by keyboard with one tab stop.
// To a screen reader it is a list of words, several of which can be chosen.

import { isObject } from "../verdict.js";

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
  const name = `wss-${exercise.id}-${Math.random().toString(36).slice(2)}`;
  let [here, anchor] = [0, 0]; // the word the keyboard is on; where a selection began
  let started = /** @type {number | null} */ (null); // a first click
  let pressed = false; // a pointer has just been let go

  box.tabIndex = 0;
  box.dataset.lmSuppressShortcuts = "true";
  set(box, { role: "listbox", "aria-multiselectable": "true", "aria-label": `Passage to mark: ${exercise.title}` });
  words.forEach((word, n) => {
    word.id = `${name}-${n}`;
    set(word, { role: "option", "aria-selected": "false" });
  });
  box.querySelectorAll(".wss-sentence").forEach((s, n) => set(s, { role: "group", "aria-label": `Sentence ${exercise.sentences[n].id}` }));
  box.querySelectorAll(".wss-number").forEach((n) => n.setAttribute("aria-hidden", "true"));

  const active = () => Math.max(0, labels.indexOf(root.querySelector("input[name=label]:checked")?.value ?? labels[0]));
  /** @type {() => [number, number]} */
  const selection = () => [Math.min(here, anchor), Math.max(here, anchor)];
  /** @type {(from: number, to: number) => string} */
  const quoted = (from, to) => exercise.words.slice(from, to + 1).join(" ");
  const runs = () => marks.flatMap((set, label) => runsOf(set).map(([from, to]) => ({ from, to, label }))).sort((a, b) => a.from - b.from);

  function draw() {
    const [from, to] = selection();
    const selecting = started !== null || from !== to;
    words.forEach((word, n) => {
      const label = marks.findIndex((set) => set.has(n));
      set(word, { "aria-selected": String(label >= 0) });
      word.toggleAttribute("data-here", n === here);
      word.toggleAttribute("data-selected", selecting && n >= from && n <= to);
      paint(word, label);
      paint(gaps[n], label >= 0 && marks[label].has(n + 1) ? label : -1);
    });
    box.setAttribute("aria-activedescendant", words[here].id);
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
    started = null;
    anchor = here;
    draw();
    say(`${message} ${runs().length} marked.`);
    changed();
  }

  const say = (/** @type {string} */ text) => (said.textContent = text);

  const wordOf = (/** @type {Event} */ event) => words.findIndex((word) => event.composedPath().includes(word));

  box.addEventListener("pointerdown", (event) => {
    const n = wordOf(event);
    if (n < 0 || event.button !== 0) return;
    event.preventDefault(); // no text selection of the browser's own
    box.focus({ preventScroll: true });
    box.setPointerCapture(event.pointerId); // a drag goes on, and ends, outside the passage too
    box.dataset.dragging = event.pointerType;
    goTo(n);
  });
  box.addEventListener("pointermove", (event) => {
    if (box.dataset.dragging !== "mouse" && box.dataset.dragging !== "pen") return;
    const n = wordUnder(words, event);
    if (n >= 0 && n !== here) {
      here = n;
      draw();
    }
  });
  box.addEventListener("pointercancel", () => {
    delete box.dataset.dragging; // the page scrolls under the finger
    here = anchor;
    draw();
  });
  box.addEventListener("pointerup", (event) => {
    if (!box.dataset.dragging) return;
    delete box.dataset.dragging;
    const n = wordUnder(words, event);
    if (n >= 0) here = n;
    pressed = true;
    setTimeout(() => (pressed = false)); // the click that belongs to it comes first
    settle();
  });
  box.addEventListener("click", (event) => {
    // Assistive technology, voice and scripts click without a pointer.
    const n = pressed ? -1 : wordOf(event);
    if (n < 0) return;
    goTo(n);
    settle();
  });

  /** @param {number} n */
  function goTo(n) {
    if (started === null) anchor = n;
    here = n;
    draw();
  }

  function settle() {
    const [from, to] = selection();
    const run = runs().find((r) => r.from <= here && here <= r.to);
    if (from !== to || started === here) mark(from, to);
    else if (run && started === null) unmark(run.from, run.to);
    else {
      started = here;
      draw();
      say(`First word: ${exercise.words[here]}. Now the last word; the same word again marks it alone.`);
    }
  }

  const sentence = () => exercise.sentences.findIndex((s) => s.from <= here && here <= s.to);
  const sentenceStart = (/** @type {number} */ step) => exercise.sentences[Math.min(Math.max(sentence() + step, 0), exercise.sentences.length - 1)].from;
  const onward = () => (getComputedStyle(box).direction === "rtl" ? -1 : 1);
  /** @type {Record<string, () => number>} */
  const moves = {
    ArrowRight: () => here + onward(),
    ArrowLeft: () => here - onward(),
    ArrowDown: () => sentenceStart(1),
    ArrowUp: () => (here === sentenceStart(0) ? sentenceStart(-1) : sentenceStart(0)),
    Home: () => 0,
    End: () => words.length - 1,
  };
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) {
      if (event.shiftKey && started !== null) started = null;
      here = Math.min(Math.max(move(), 0), words.length - 1);
      if (!event.shiftKey) anchor = here;
      draw();
      words[here].scrollIntoView({ block: "nearest" });
      if (event.shiftKey) say(`Selected: ${quoted(...selection())}.`);
    } else if (event.key === "Enter" || event.key === " ") {
      const [from, to] = selection();
      const whole = [...Array(to - from + 1).keys()].every((n) => marks[active()].has(from + n));
      if (whole) unmark(from, to);
      else mark(from, to);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      const run = runs().find((r) => r.from <= here && here <= r.to);
      const [from, to] = selection();
      if (from !== to) unmark(from, to);
      else if (run) unmark(run.from, run.to);
    } else if (event.key === "Escape") {
      started = null;
      anchor = here;
      draw();
    } else if (/^[1-9]$/.test(event.key) && labels.length >= Number(event.key) && labels.length > 1) {
      root.querySelectorAll("input[name=label]")[Number(event.key) - 1].checked = true;
      say(`Marking as ${exercise.labels[active()].label}.`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
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

/** @type {(element: Element, attributes: Record<string, string>) => void} */
const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

/**
 * Which word is below a moving pointer: its target stays the word where it went down on some devices.
 * @type {(words: Element[], event: PointerEvent) => number}
 */
function wordUnder(words, event) {
  const root = /** @type {Document | ShadowRoot} */ (words[0].getRootNode());
  const under = root.elementFromPoint(event.clientX, event.clientY);
  return words.findIndex((word) => word.contains(under));
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
