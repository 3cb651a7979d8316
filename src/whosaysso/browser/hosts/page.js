// The host of a page without a kernel: gives every exercise the model that a widget has in a notebook.

import { exerciseView } from "../exercise.js";
import { browserStore, openWork } from "../keeping.js";
import { makeModel } from "../model.js";

/** @import { Exercise } from "../../kinds/types" */
/** @import { Edition, Model, Page } from "../types" */

const HANDED_ON = "Another tab has handed this computer on. What stood here was the answer of the reader before, and is not kept.";

/** @type {HTMLElement | null} */
const bar = typeof document === "undefined" ? null : document.querySelector("[data-work]");
/** What other parts of the page build on: the reader's work, the exercises here, and word of every change. */
export const page = /** @type {Page} */ (bar && startPage(bar));
// The bar has a module of its own, and modules in a page cannot import each other: it asks.
bar?.addEventListener("wss-page", (event) => /** @type {CustomEvent<{page: Page}>} */ (event).detail.page = page);

/** @type {(bar: HTMLElement) => Page} */
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
      if (work.reader() !== model.get("reader")) {
        refresh();
        return model.set("notice", HANDED_ON);
      }
      const notices = [
        changed.has("response") && work.keepDraft(exercise, model.get("response")),
        changed.has("attempt") && attempt && work.keep(attempt),
      ];
      model.set("notice", notices.find(Boolean) || "");
      count();
    });
    return { exercise, model, el };
  });
  for (const one of exercises) {
    try {
      exerciseView.render(one);
    } catch (error) { // takes no other with it, and is told where the errors of a page are
      setTimeout(() => { throw error; });
    }
  }
  addEventListener("storage", refresh); // another tab
  addEventListener("pageshow", refresh); // Back
  return { work, exercises: exercises.map((one) => one.exercise), refresh, onChange: (listener) => void listeners.push(listener) };

  /** @param {Exercise} exercise */
  function kept({ id, set }) {
    return { told: work.told(set), wait: work.wait(set), response: work.response(id), attempt: work.latest(id), reader: work.reader() };
  }
  function count() {
    listeners.forEach((listener) => listener());
  }
  function refresh() {
    for (const { exercise, model } of exercises) {
      const { told, wait, response, attempt, reader } = kept(exercise);
      model.set("wait", wait);
      model.set("told", told);
      model.set("response", response);
      model.set("attempt", attempt);
      model.set("reader", reader);
    }
    count();
  }
}
