// Prompts, where a reader asks for them: one at a time, each with its rule. To leave one is as easy as to take it.

import { overlap } from "../../reader/marks.js";
import { named, pieceAt } from "../../reader/mending.js";
import { promptsIn } from "../../reader/prompts.js";
import { element, pressable } from "./making.js";

/** @import { Line, Prompt } from "../../reader/types" */
/** @import { Table } from "./types" */

/** @type {(table: Table, doing: {label(): string, look(start: number): void, mark(span: Line): void}) => {update(): void}} */
export function promptsOf({ root, given, reading, points, say }, { label, look, mark }) {
  const details = root.querySelector(".wss-prompts");
  const bar = root.querySelector(".wss-prompt-card");
  /** @type {Set<string>} */
  const left = new Set(); // what the reader has left, while the page is open
  let [drawn, asking] = ["", ""];

  const listOfLabel = () => given.prompts.lists.find((list) => list.label === label());
  const keyOf = (/** @type {Prompt} */ { start }) => `${reading().sha256} ${label()} ${start}`;

  /** What is neither marked nor left. @returns {Prompt[]} */
  function open() {
    const list = listOfLabel();
    const marks = reading().marks.filter((one) => one.label === label());
    return list ? promptsIn(reading().words, list).filter((prompt) => !left.has(keyOf(prompt)) && !marks.some((one) => overlap(one, prompt))) : [];
  }

  function next(focus = "") {
    const [prompt, ...more] = open();
    if (!prompt) {
      stop();
      return say("No more words to look at. The list knows few words: look with your own eyes too.");
    }
    const words = points().slice(prompt.start, prompt.end);
    const take = () => {
      mark(prompt);
      next("Mark it");
    };
    const leave = () => {
      left.add(keyOf(prompt));
      next("Leave it");
    };
    bar.hidden = false;
    bar.replaceChildren(
      element("p", {}, element("strong", {}, named(reading().cut)[pieceAt(reading().cut, prompt.start)]?.id ?? ""), " ", element("q", { dir: "auto" }, words), ` ${prompt.why}`),
      element("p", { class: "wss-buttons" }, pressable("Mark it", take), pressable("Leave it", leave), pressable("Stop", () => {
        stop();
        details.querySelector("button")?.focus();
      }), ` ${more.length} more`),
    );
    look(prompt.start);
    [...bar.querySelectorAll("button")].find((button) => button.textContent === (focus || "Mark it"))?.focus();
    return undefined;
  }

  function stop() {
    bar.hidden = true;
    asking = "";
  }

  return {
    update() {
      const key = `${reading().sha256} ${label()}`;
      if (asking && asking !== key) stop();
      if (drawn === key) return;
      drawn = key;
      const list = listOfLabel();
      const english = reading().language.startsWith("en");
      details.hidden = !list || !english;
      if (!list) return;
      details.replaceChildren(
        element("summary", { "data-lm-suppress-shortcuts": "true" }, list.title),
        element("p", { class: "wss-help" }, `A short list of words can point; it cannot read. ${given.prompts.measured[list.label] ?? ""}`),
        element("p", { class: "wss-buttons" }, pressable("Show me one at a time", () => {
          asking = key;
          next();
        })),
      );
    },
  };
}
