// The host of a page without a kernel: gives every exercise the model that a widget has in a notebook.

import { exerciseView } from "../exercise.js";
import { browserStore, openWork } from "../keeping.js";
import { makeModel } from "../model.js";
import { workView } from "../work.js";

/** @import { Exercise } from "../../kinds/types" */
/** @import { Edition, Model } from "../types" */

/** @type {HTMLElement | null} */
const bar = typeof document === "undefined" ? null : document.querySelector("[data-work]");
/** What other parts of the page build on: the reader's work, the exercises here, and word of every change. */
export const page = /** @type {ReturnType<typeof startPage>} */ (bar && startPage(bar));

/** @param {HTMLElement} bar */
function startPage(bar) {
  const work = openWork(browserStore(), /** @type {Edition & DOMStringMap} */ (bar.dataset));
  /** @type {(() => void)[]} */
  const listeners = [];

  const exercises = [...document.querySelectorAll("[data-exercise]")].map((el) => {
    /** @type {Exercise} */
    const exercise = JSON.parse(el.querySelector(".wss-data").textContent);
    /** @type {Model<"[data-exercise]">} */
    const model = makeModel({ exercise, ...kept(exercise) }, (changed) => {
      const attempt = model.get("attempt"); // none where the work was cleared since
      const notices = [
        changed.has("response") && work.keepDraft(exercise.id, model.get("response")),
        changed.has("attempt") && attempt && work.keep(attempt),
      ];
      model.set("notice", notices.find(Boolean) || "");
      count();
    });
    return { exercise, model, el };
  });
  /** @type {Model<"[data-work]">} */
  const mine = makeModel({ work: work.handIn(""), said: damage() }, (changed) => {
    if (changed.has("loaded")) mine.set("said", load(String(mine.get("loaded"))));
    if (changed.has("cleared")) {
      work.clear();
      mine.set("said", "Cleared. The next reader starts anew.");
    }
    refresh();
  });

  exercises.forEach((one) => exerciseView.render(one));
  workView.render({ model: mine, el: bar });
  bar.hidden = false;
  return { work, exercises: exercises.map((one) => one.exercise), refresh, onChange: (/** @type {() => void} */ listener) => void listeners.push(listener) };

  /** @param {Exercise} exercise */
  function kept({ id, set }) {
    const attempt = work.latest(id);
    return { told: work.finished().includes(set), response: work.draft(id) ?? attempt?.response ?? {}, attempt };
  }
  function count() {
    mine.set("work", work.handIn(""));
    listeners.forEach((listener) => listener());
  }
  function refresh() {
    for (const { exercise, model } of exercises) {
      const { told, response, attempt } = kept(exercise);
      model.set("told", told);
      model.set("response", response);
      model.set("attempt", attempt);
    }
    count();
  }
  /** @param {string} text */
  function load(text) {
    try {
      return work.load(text);
    } catch (error) {
      return /** @type {Error} */ (error).message;
    }
  }
  function damage() {
    work.attempts();
    return work.damaged() ? "Some kept answers are damaged and cannot be shown. The others are here; the damaged ones are left as they are." : "";
  }
}
