// The behaviour of one exercise, over the markup that the template gave.
// A host needs only what anywidget's model has: get, set, on, save_changes.

import { grade } from "../kinds/grading.js";
import { viewOf } from "../kinds/views.js";
import { newAttempt } from "./keeping.js";
import { mounted } from "./mounted.js";
import { drawOrder } from "./order.js";
import { whenTold } from "./telling.js";

/** @import { Response } from "../kinds/types" */
/** @import { Attempt, Model } from "./types" */

/**
 * What a host does beside: one with a kernel waits until that says what it has kept.
 * @type {{handedOn?: (model: Model<"[data-exercise]">, notice: HTMLElement, response: Response, attempt: Attempt) => void}}
 */
export const hosted = {};

export const exerciseView = mounted("[data-exercise]", (root, model) => {
  const exercise = model.get("exercise");
  const result = root.querySelector(".wss-result");
  const button = root.querySelector(".wss-check");
  const silent = button.textContent; // what it is called while nothing is told
  const reveal = root.querySelector(".wss-reveal");
  const notice = root.querySelector(".wss-notice");
  const answer = viewOf(root, exercise, changed);
  const part = answer.graded ?? ((/** @type {Response} */ response) => response);
  let reader = model.get("reader");
  drawOrder(root, exercise.id, reader ?? "");
  let mine = false; // a change this view makes itself is no news to it

  root.addEventListener("submit", (event) => event.preventDefault());
  button.addEventListener("click", check);
  reveal.addEventListener("click", () => tell(true));

  function changed({ kept = false } = {}) {
    if (!kept) reset();
    save(answer.read());
  }

  const sure = () => Number(root.querySelector("input[name=sure]:checked")?.value ?? NaN);

  /** Tells whether it is still this reader's; else the host has put back what is the next one's. @type {(response: Response, attempt?: Attempt) => boolean} */
  function save(response, attempt) {
    mine = true;
    model.set("response", response);
    if (attempt) model.set("attempt", attempt);
    model.save_changes();
    mine = false;
    if (same(response, model.get("response"))) return true;
    restore();
    return false;
  }

  function reset() {
    answer.clear();
    delete root.dataset.state;
    delete root.dataset.score;
    delete result.dataset.verdict;
    result.textContent = "";
    reveal.hidden = true;
  }

  function check() {
    const response = answer.read();
    const graded = grade(exercise, response);
    reset();
    const wanting = graded.missing.length ? answer.missing(graded.missing) : answer.unready?.();
    if (wanting) {
      root.dataset.state = "unanswered";
      root.dataset.score = "0";
      result.textContent = wanting;
      return;
    }
    const attempt = newAttempt(exercise, response, graded.score, sure());
    if (!save(response, attempt)) return;
    tell();
    hosted.handedOn?.(model, notice, response, attempt);
  }

  const untold = () => exercise.mode === "deferred" && !model.get("told");

  function tell(everything = false) {
    if (untold()) {
      reset();
      root.dataset.state = "recorded";
      const wait = model.get("wait");
      result.textContent = `Recorded. You will be told ${wait ? whenTold(wait) : "when the set is finished"}.`;
      return;
    }
    const graded = grade(exercise, answer.read());
    reset();
    const reasons = answer.show(graded, everything);
    if (graded.score === null) {
      root.dataset.state = "recorded";
      result.textContent = reasons;
      return;
    }
    const verdict = graded.score === 1 ? "right" : graded.score === 0 ? "wrong" : "partly";
    root.dataset.state = "graded";
    root.dataset.score = String(graded.score);
    result.dataset.verdict = verdict;
    const lead = "coders" in exercise.key ? "" : `${{ right: "Right.", partly: "Partly right.", wrong: "Not right." }[verdict]} `; // coders differ: none is right
    result.textContent = `${lead}Score ${Math.round(graded.score * 100) / 100} of 1. ${reasons}`;
    reveal.hidden = everything || (verdict === "right" && !answer.more);
  }

  /** Show what is recorded: an answer that was checked with its reasons, one that was only begun without. */
  function restore() {
    if (mine) return;
    const [response, attempt] = [model.get("response"), model.get("attempt")];
    if (!same(response, answer.read())) {
      reset();
      answer.write(response ?? {});
    }
    if (!attempt) return root.dataset.state === "unanswered" || reset();
    if (attempt.version !== exercise.version) {
      result.textContent = "This exercise was changed after you answered it. Your old answer stays in your file.";
    } else if (same(part(attempt.response), part(answer.read())) && !/graded|recorded/.test(root.dataset.state ?? "")) tell();
  }

  /** The button says what it does, and goes where there is nothing left to do until the reasons come. */
  function name() {
    button.textContent = untold() ? silent : button.dataset.told ?? silent;
    button.hidden = untold() && Boolean(model.get("wait")?.until && model.get("attempt"));
  }

  function restoreTold() {
    name();
    delete root.dataset.state;
    restore();
  }

  /** Of the reader before, nothing is left: not how sure they were, nor a hint that they opened. */
  function forget() {
    if (reader) {
      root.querySelectorAll("input[name=sure]").forEach((input) => (input.checked = false));
      root.querySelectorAll("details").forEach((hint) => (hint.open = false));
    }
    reader = model.get("reader");
    drawOrder(root, exercise.id, reader ?? "");
  }

  const warn = () => (notice.textContent = model.get("notice") ?? "");
  model.on("change:response", restore);
  model.on("change:attempt", restore);
  model.on("change:notice", warn);
  model.on("change:kept", warn);
  model.on("change:told", restoreTold);
  model.on("change:wait", restoreTold);
  model.on("change:reader", forget);
  restoreTold();
  warn();
});

/** @type {(a: unknown, b: unknown) => boolean} */
const same = (a, b) => JSON.stringify(ordered(a ?? {})) === JSON.stringify(ordered(b ?? {}));
/** @type {(value: any) => any} any JSON */
const ordered = (value) =>
  Array.isArray(value) ? value.map(ordered)
    : value && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((k) => [k, ordered(value[k])]))
      : value;
