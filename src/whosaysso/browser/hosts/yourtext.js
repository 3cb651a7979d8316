// The host of the page for any text: the reader's texts are in the browser's store, and the store is the truth.

import { browserStore, openWork } from "../keeping.js";
import { makeModel } from "../model.js";
import { openShelf } from "../yourtext/shelf.js";
import { yourTextView } from "../yourtext/view.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Edition, Model } from "../types" */

const GONE = "This text was taken off this device in another tab.";

/** @type {NodeListOf<HTMLElement>} */
const tables = document.querySelectorAll("[data-your-text]");
tables.forEach((el) => {
  const work = openWork(browserStore(), /** @type {Edition & DOMStringMap} */ (el.dataset));
  const shelf = openShelf(work);
  const newest = work.kept("text-open").get("now");
  /** What the store holds of the open text, as far as this tab knows. @type {Reading | null} */
  let known = shelf.read(String(newest));

  /** @type {Model<"[data-your-text]">} */
  const model = makeModel({ reading: known, shelf: shelf.texts(), notice: "", wanted: null, dropped: null }, (changed) => {
    let notice = "";
    const open = known?.sha256;
    if (changed.has("reading")) notice = keep(model.get("reading"));
    const [wanted, dropped] = [model.get("wanted"), model.get("dropped")];
    if (changed.has("wanted") && wanted) show(wanted);
    if (changed.has("dropped") && dropped) shelf.drop(dropped);
    if (notice || changed.has("reading")) model.set("notice", notice);
    if (changed.has("dropped") || known?.sha256 !== open) model.set("shelf", shelf.texts());
  });

  /** @param {Reading | null} reading */
  function keep(reading) {
    const before = known;
    if (reading && !reading.readers.includes(work.reader())) {
      reading = { ...reading, readers: [...reading.readers, work.reader()] };
      model.set("reading", reading);
    }
    known = reading;
    if (!reading) {
      work.drop("text-open", "now");
      return "";
    }
    if (before?.sha256 !== reading.sha256) work.put("text-open", "now", reading.sha256);
    return shelf.keep(before, reading);
  }

  /** @param {string} sha256 */
  function show(sha256) {
    known = shelf.read(sha256);
    if (known) work.put("text-open", "now", sha256);
    model.set("reading", known);
  }

  function refresh() {
    const sha256 = known?.sha256;
    if (sha256) {
      known = shelf.read(sha256);
      model.set("reading", known);
      if (!known) model.set("notice", GONE);
    }
    model.set("shelf", shelf.texts());
  }
  addEventListener("storage", ({ key }) => (key === null || key.includes(":text")) && refresh()); // another tab
  addEventListener("pageshow", ({ persisted }) => persisted && refresh()); // Back
  yourTextView.render({ model, el });
});
