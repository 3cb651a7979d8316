// The host of a page without a kernel: gives every exercise the model that a widget has in a notebook.

import widget from "./behaviour.js";
import { browserStore, openWork } from "./keeping.js";

if (typeof document !== "undefined" && document.querySelector("[data-exercise]")) startPage();

function startPage() {
  const bar = document.querySelector("[data-work]");
  const work = openWork(browserStore(), bar.dataset);

  const models = [...document.querySelectorAll("[data-exercise]")].map((el) => {
    const exercise = JSON.parse(el.querySelector(".wss-data").textContent);
    const model = makeModel({ exercise, ...kept(exercise.id) }, (changed) => {
      const notices = [
        changed.has("response") && work.keepDraft(exercise.id, model.get("response")),
        changed.has("attempt") && work.keep(model.get("attempt")),
      ];
      model.set("notice", notices.find(Boolean) || "");
      mine.set("work", work.handIn(""));
    });
    return model;
  });
  const mine = makeModel({ work: work.handIn(""), said: damage() }, (changed) => {
    if (changed.has("loaded")) mine.set("said", load(mine.get("loaded")));
    if (changed.has("cleared")) {
      work.clear();
      mine.set("said", "Cleared. The next reader starts anew.");
    }
    for (const model of models) Object.entries(kept(model.get("exercise").id)).forEach(([name, value]) => model.set(name, value));
    mine.set("work", work.handIn(""));
  });

  document.querySelectorAll("[data-exercise]").forEach((el, n) => widget.render({ model: models[n], el }));
  widget.render({ model: mine, el: bar });
  bar.hidden = false;

  function kept(id) {
    const attempt = work.latest(id);
    return { response: work.draft(id) ?? attempt?.response ?? {}, attempt };
  }
  function load(text) {
    try {
      return work.load(text);
    } catch (error) {
      return error.message;
    }
  }
  function damage() {
    work.attempts();
    return work.damaged() ? "Some kept answers are damaged and cannot be shown. The others are here; the damaged ones are left as they are." : "";
  }
}

/** An anywidget model in memory; `save` hears which names the view has set since it last saved. */
function makeModel(values, save) {
  const store = { ...values };
  const listeners = new Map();
  const changed = new Set();
  return {
    get: (name) => store[name],
    set(name, value) {
      if (store[name] === value) return;
      store[name] = value;
      changed.add(name);
      (listeners.get(`change:${name}`) ?? []).forEach((listener) => listener());
    },
    on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    save_changes() {
      const names = new Set(changed);
      changed.clear();
      save(names);
      changed.clear();
    },
  };
}
