// What a widget has in a notebook, for a page without a kernel.

/** @import { Holding } from "./types" */

/**
 * An anywidget model in memory; `save` hears which names the view has set since it last saved.
 * @template {object} V
 * @param {NoInfer<V>} values
 * @param {(changed: Set<keyof V>) => void} save
 * @returns {Holding<V>}
 */
export function makeModel(values, save) {
  const store = { ...values };
  /** @type {Map<string, (() => void)[]>} */
  const listeners = new Map();
  /** @type {Set<keyof V>} */
  const changed = new Set();
  return {
    get: (name) => store[name],
    set(name, value) {
      if (JSON.stringify(store[name]) === JSON.stringify(value) && name !== "loaded") return; // bytes are no JSON
      store[name] = value;
      changed.add(name);
      (listeners.get(`change:${String(name)}`) ?? []).forEach((listener) => listener());
    },
    on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    save_changes() {
      const names = new Set(changed);
      changed.clear();
      save(names);
      changed.clear();
    },
  };
}
