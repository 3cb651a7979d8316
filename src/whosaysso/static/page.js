// The host of a page without a kernel: gives every exercise the model that a widget has in a notebook.

import widget from "./behaviour.js";
import { browserStore, openWork } from "./keeping.js";

if (typeof document !== "undefined" && document.querySelector("[data-exercise]")) startPage();

function startPage() {
  const bar = document.querySelector("[data-work]");
  const work = openWork(browserStore(), bar.dataset);

  const models = [...document.querySelectorAll("[data-exercise]")].map((el) => {
    const exercise = JSON.parse(el.querySelector(".wss-data").textContent);
    const model = makeModel({ exercise, ...kept(exercise) }, (changed) => {
      const notices = [
        changed.has("response") && work.keepDraft(exercise.id, model.get("response")),
        changed.has("attempt") && work.keep(model.get("attempt")),
      ];
      model.set("notice", notices.find(Boolean) || "");
      count();
    });
    return model;
  });
  const ends = [...document.querySelectorAll("[data-set]")].map((el) => {
    const model = makeModel({ set: el.dataset.set, progress: progress(el.dataset.set) }, () => {
      work.finish(el.dataset.set);
      refresh();
    });
    return { model, el };
  });
  const mine = makeModel({ work: work.handIn(""), said: damage() }, (changed) => {
    if (changed.has("loaded")) mine.set("said", load(mine.get("loaded")));
    if (changed.has("cleared")) {
      work.clear();
      mine.set("said", "Cleared. The next reader starts anew.");
    }
    refresh();
  });

  document.querySelectorAll("[data-exercise]").forEach((el, n) => widget.render({ model: models[n], el }));
  ends.forEach((end) => widget.render(end));
  widget.render({ model: mine, el: bar });
  bar.hidden = false;

  function kept({ id, set }) {
    const attempt = work.latest(id);
    return { told: work.finished().includes(set), response: work.draft(id) ?? attempt?.response ?? {}, attempt };
  }
  function progress(set) {
    const ids = models.map((m) => m.get("exercise")).filter((e) => e.set === set).map((e) => e.id);
    return { answered: ids.filter((id) => work.latest(id)).length, all: ids.length, finished: work.finished().includes(set) };
  }
  function count() {
    mine.set("work", work.handIn(""));
    ends.forEach(({ model, el }) => model.set("progress", progress(el.dataset.set)));
  }
  function refresh() {
    for (const model of models) Object.entries(kept(model.get("exercise"))).forEach(([name, value]) => model.set(name, value));
    count();
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
