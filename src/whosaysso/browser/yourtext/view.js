// Any text, read closely: brought in, cut, marked, seen, compared. One step at a time; a text that is open can be left and found again.

import { countPoints } from "../../reader/points.js";
import { takingBack } from "../../reader/undoing.js";
import { mounted } from "../mounted.js";
import { bringing } from "./bringing.js";
import { compareStep } from "./comparestep.js";
import { partsOfText } from "./laying.js";
import { pressable } from "./making.js";
import { markStep } from "./marking.js";
import { mendStep } from "./mendstep.js";
import { onPaper } from "./paper.js";
import { savingBar } from "./savingbar.js";
import { seeStep } from "./seestep.js";
import { titleOf } from "./shelf.js";
import { whenceStep } from "./whence.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Step, Table } from "./types" */

export const yourTextView = mounted("[data-your-text]", (root, model) => {
  const said = root.querySelector(".wss-any-said");
  const given = JSON.parse(root.querySelector(".wss-data").textContent);
  const undo = root.querySelector(".wss-undo");
  const buttons = [...root.querySelectorAll("[data-step]")];
  let points = countPoints("");
  /** @type {ReturnType<typeof partsOfText>} */
  let parts = [];
  let [step, part, mine] = ["whence", 0, false];
  /** @type {ReturnType<typeof takingBack>[]} */
  let undone = []; // what takes each change back, the newest last

  const reading = () => /** @type {Reading} */ (model.get("reading"));
  /** @type {Table} */
  const table = {
    root,
    model,
    given,
    reading,
    points: () => points,
    parts: () => parts,
    part: () => part,
    say: (text) => (said.textContent = text),
    change(next, words) {
      if (words !== undefined) undone = [...undone.slice(-49), takingBack(reading(), next)];
      put(next);
      if (words) table.say(words);
    },
    goTo(start) {
      part = Math.max(0, parts.findIndex((pieces) => start < pieces[pieces.length - 1].end));
      go("mark");
      marking.point(start);
    },
  };
  const marking = markStep(table);
  /** @type {Record<string, Step>} */
  const steps = { whence: whenceStep(table), cut: mendStep(table), mark: marking, see: seeStep(table), compare: compareStep(table) };
  bringing(table);
  savingBar(table);
  onPaper(table);

  /** @param {Partial<Reading>} next */
  function put(next) {
    mine = true;
    model.set("reading", { ...reading(), ...next });
    model.save_changes();
    mine = false;
    if (next.cut) divide();
    undo.disabled = !undone.length;
    steps[step].update();
  }

  function divide() {
    parts = partsOfText(reading(), points);
    part = Math.min(part, parts.length - 1);
    showParts();
  }

  /** @param {string} name */
  function go(name) {
    if (name !== step) table.say("");
    step = name;
    buttons.forEach((button) => (button.dataset.step === name ? button.setAttribute("aria-current", "step") : button.removeAttribute("aria-current")));
    root.querySelectorAll("[data-panel]").forEach((panel) => (panel.hidden = !String(panel.dataset.panel).split(" ").includes(name)));
    showParts();
    steps[name].show();
  }

  function showParts() {
    const bar = root.querySelector(".wss-parts");
    bar.hidden = parts.length < 2 || !["cut", "mark"].includes(step);
    /** @type {(words: string, to: number) => HTMLButtonElement} */
    const turn = (words, to) => pressable(words, () => {
      part = to;
      showParts();
      steps[step].show();
    }, { disabled: to < 0 || to >= parts.length });
    bar.replaceChildren(turn("Part before", part - 1), ` Part ${part + 1} of ${parts.length} `, turn("Next part", part + 1));
  }

  /** Another text is open, or none, or this one has changed in another tab. */
  function opened() {
    if (mine) return;
    const now = model.get("reading");
    const another = now?.words !== points.words;
    root.querySelector(".wss-bring").hidden = Boolean(now);
    root.querySelector(".wss-read").hidden = !now;
    if (!now) {
      points = countPoints("");
      return;
    }
    if (another) {
      [points, undone, part] = [countPoints(now.words), [], 0];
      undo.disabled = true;
    }
    divide();
    titled();
    if (another) go(now.marks.length ? "mark" : "whence");
    else steps[step].update();
  }

  function titled() {
    const { words, provenance } = reading();
    const many = (words.match(/[^\s—–]+/g) ?? []).length;
    root.querySelector(".wss-text-title").textContent = titleOf(words, provenance);
    root.querySelector(".wss-text-size").textContent = `${many.toLocaleString("en")} words. ${given.kept}`;
  }

  buttons.forEach((button) => button.addEventListener("click", () => go(String(button.dataset.step))));
  root.querySelectorAll("[data-next]").forEach((button) => button.addEventListener("click", () => {
    go(String(button.dataset.next));
    buttons.find((one) => one.dataset.step === button.dataset.next)?.focus();
  }));
  undo.addEventListener("click", () => {
    const back = undone.pop();
    if (!back) return;
    put(back(reading()));
    table.say("Undone.");
  });
  root.addEventListener("submit", (event) => event.preventDefault());
  const warn = () => (root.querySelector(".wss-notice").textContent = model.get("notice") ?? "");
  model.on("change:reading", opened);
  model.on("change:reading", () => model.get("reading") && titled());
  model.on("change:notice", warn);
  opened();
  warn();
});
