// The host of the bar "My work" in a page, a module of its own: the store, and the files that are loaded into it.

import { carryEntries } from "../earlier.js";
import { merged, sameReader } from "../merging.js";
import { makeModel } from "../model.js";
import { prefixOf } from "../prefix.js";
import { readHandIn } from "../reading.js";
import { workView } from "../work.js";

/** @import { HandIn, Model, Page } from "../types" */

const DAMAGED = "Some kept answers are damaged and cannot be shown. The others are here; the damaged ones are left as they are.";

document.querySelectorAll("[data-work]").forEach((bar) => {
  const detail = /** @type {{page?: Page}} */ ({});
  bar.dispatchEvent(new CustomEvent("wss-page", { detail }));
  if (detail.page) startBar(bar, detail.page);
});

/** @type {(bar: HTMLElement, page: Page) => void} */
function startBar(bar, { work, refresh, onChange }) {
  const book = String(bar.dataset.book);
  /** @type {Record<string, string>} */
  const words = JSON.parse(bar.querySelector(".wss-data").textContent);
  /** @type {{work: HandIn, note: string} | null} */
  let pending = null; // another reader's file, until somebody says yes

  if (carryEntries(book, prefixOf(book))) refresh();
  /** @type {Model<"[data-work]">} */
  const model = makeModel({ work: work.handIn(), lasting: work.lasting(), texts: work.kept("text").size, said: work.damaged() ? DAMAGED : "" }, (changed) => {
    refresh();
    if (changed.has("wanted")) give();
    if (changed.has("loaded")) load(/** @type {DataView} */ (model.get("loaded")));
    if (changed.has("agreed") && pending) add(pending);
    if (changed.has("cleared")) clear(model.get("cleared"));
  });
  onChange(() => {
    model.set("work", work.handIn());
    model.set("lasting", work.lasting());
  });
  workView.render({ model, el: bar });
  bar.hidden = false;

  function give() {
    model.set("texts", work.kept("text").size);
    model.set("given", null);
    model.set("given", JSON.stringify(work.handIn()));
  }
  /** Clear what was given, or give anew where more has come since. @param {unknown} given */
  function clear(given) {
    if (given !== JSON.stringify(work.handIn())) return give();
    work.clear();
    refresh();
    model.set("said", "Cleared. The next reader starts anew.");
  }
  /** @param {DataView} bytes */
  function load(bytes) {
    try {
      pending = readHandIn(bytes, book);
    } catch (error) {
      return model.set("said", words[/** @type {Error} */ (error).message] ?? words.damaged);
    }
    if (sameReader(work.handIn(), pending.work)) return add(pending);
    model.set("asking", "");
    model.set("asking", words.others);
  }
  /** @param {{work: HandIn, note: string}} file */
  function add(file) {
    pending = null;
    const { entries, said } = merged(work.handIn(), file.work);
    const failed = entries.map((entry) => work.put(...entry)).find(Boolean);
    refresh();
    model.set("said", failed || [said, words[file.note]].filter(Boolean).join(" "));
  }
}
