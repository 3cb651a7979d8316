// What a widget has in a notebook, for a page without a kernel.

/** An anywidget model in memory; `save` hears which names the view has set since it last saved. */
export function makeModel(values, save) {
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
