// Choosing words of a passage: by mouse, by touch, or by keyboard with one tab stop. What the choice does is another's matter.
// To a screen reader the passage is a list of words, several of which can be chosen.

/** @import { Chooser, Choosing } from "./types" */

/**
 * Only what changes is drawn, so that a long text answers as fast as a sentence.
 * @type {(box: HTMLElement, words: HTMLElement[], choosing: Choosing) => Chooser}
 */
export function chooseWords(box, words, choosing) {
  const { sentences, say, again = choosing.unmark } = choosing;
  const numbers = new Map(words.map((word, n) => [/** @type {EventTarget} */ (word), n]));
  const name = `wss-${Math.random().toString(36).slice(2)}`;
  let [here, anchor] = [0, 0]; // the word the keyboard is on; where a selection began
  let started = /** @type {number | null} */ (null); // a first click
  let pressed = false; // a pointer has been let go, and its click is still to come: after a touch, others may come first
  let drawn = { here: 0, from: 0, to: -1 };

  box.tabIndex = 0;
  box.dataset.lmSuppressShortcuts = "true";
  set(box, { role: "listbox", "aria-multiselectable": "true", "aria-label": choosing.name });
  words.forEach((word, n) => {
    word.id = `${name}-${n}`;
    set(word, { role: "option", "aria-selected": "false" });
  });
  box.querySelectorAll(".wss-sentence").forEach((s, n) => set(s, { role: "group", "aria-label": sentences[n].called ?? `Sentence ${sentences[n].id}` }));
  box.querySelectorAll(".wss-number").forEach((n) => n.setAttribute("aria-hidden", "true"));

  const selection = () => ({ from: Math.min(here, anchor), to: Math.max(here, anchor) });

  function draw() {
    const { from, to } = selection();
    const now = started !== null || from !== to ? { here, from, to } : { here, from: 0, to: -1 };
    for (let n = drawn.from; n <= drawn.to; n++) if (n < now.from || n > now.to) words[n].removeAttribute("data-selected");
    for (let n = now.from; n <= now.to; n++) words[n].setAttribute("data-selected", "");
    words[drawn.here].removeAttribute("data-here");
    words[here].setAttribute("data-here", "");
    box.setAttribute("aria-activedescendant", words[here].id);
    if (drawn.here !== here) choosing.moved?.(here);
    drawn = now;
  }

  /** A first word is there, and the last is waited for; or not any more. @param {number | null} n */
  function begin(n) {
    started = n;
    box.toggleAttribute("data-begun", n !== null);
    for (const type of ["pointerdown", "click"]) document[n === null ? "removeEventListener" : "addEventListener"](type, elsewhere, true);
  }
  /** Who goes on elsewhere meant this one word. A radio is another before its click is heard, so labels are heard when they are pressed. @param {Event} event */
  function elsewhere(event) {
    if (event.type === "pointerdown" && !event.composedPath().some((part) => part instanceof Element && part.matches(".wss-labels"))) return;
    if (!box.isConnected) begin(null);
    else if (started !== null && !event.composedPath().includes(box)) finish(choosing.mark, started, started);
  }

  /** What was chosen has been marked, or is given up. */
  function rest() {
    begin(null);
    anchor = here;
    draw();
  }
  /** @type {(done: Choosing["mark"], from: number, to: number) => void} */
  const finish = (done, from, to) => {
    rest();
    done(from, to);
  };

  const wordOf = (/** @type {Event} */ event) => numbers.get(event.composedPath().find((part) => numbers.has(part)) ?? box) ?? -1;
  /** Which word is below a moving pointer: its target stays the word where it went down on some devices. @param {PointerEvent} event */
  const wordUnder = (event) => {
    const root = /** @type {Document | ShadowRoot} */ (box.getRootNode());
    return numbers.get(root.elementFromPoint(event.clientX, event.clientY)?.closest(".wss-word") ?? box) ?? -1;
  };

  box.addEventListener("pointerdown", (event) => {
    pressed = false;
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
    const n = wordUnder(event);
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
    const n = wordUnder(event);
    if (n >= 0) here = n;
    pressed = true;
    settle();
  });
  box.addEventListener("click", (event) => {
    // Assistive technology, voice and scripts click without a pointer.
    const n = pressed && event.detail > 0 ? -1 : wordOf(event);
    pressed = false;
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
    const { from, to } = selection();
    const run = choosing.runAt(here);
    if (from !== to || started === here || choosing.single) finish(choosing.mark, from, to);
    else if (run && started === null) finish(again, run.from, run.to);
    else {
      begin(here);
      draw();
      say(`First word: ${words[here].textContent}. Now the last word; the same word again marks it alone.`);
    }
  }

  const sentence = () => sentences.findIndex((s) => s.from <= here && here <= s.to);
  const sentenceStart = (/** @type {number} */ step) => sentences[Math.min(Math.max(sentence() + step, 0), sentences.length - 1)].from;
  const onward = () => (getComputedStyle(words[here].closest("[dir]") ?? box).direction === "rtl" ? -1 : 1);
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
    const { from, to } = selection();
    if (event.key === "Tab" && started !== null) return finish(choosing.mark, started, started);
    if (move) {
      begin(null); // the arrows choose in their own way
      here = Math.min(Math.max(move(), 0), words.length - 1);
      if (!event.shiftKey || choosing.single) anchor = here;
      draw();
      words[here].scrollIntoView({ block: "nearest" });
      if (event.shiftKey) say(`Selected: ${choosing.quoted(selection().from, selection().to)}.`);
    } else if (event.key === "Enter" || event.key === " ") {
      finish(choosing.whole(from, to) ? again : choosing.mark, from, to);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      const run = from === to ? choosing.runAt(here) : { from, to };
      if (run) finish(choosing.unmark, run.from, run.to);
    } else if (event.key === "Escape") {
      if (started !== null) say("Not marked.");
      rest();
    } else if (!/^[1-9]$/.test(event.key) || !choosing.label(Number(event.key) - 1)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  draw();
  return {
    goTo(n) {
      begin(null);
      here = anchor = n;
      draw();
    },
  };
}

/** @type {(element: Element, attributes: Record<string, string>) => void} */
const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
