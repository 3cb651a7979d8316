// The host of the page that makes exercises: texts come from where "Your text" keeps them, and what is made stays beside them.

import { browserStore, openWork } from "../keeping.js";
import { isBundle } from "../maker/bundle.js";
import { makeView } from "../maker/view.js";
import { makeModel } from "../model.js";
import { openShelf } from "../yourtext/shelf.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Bundle } from "../maker/types" */
/** @import { Edition, Model } from "../types" */

const UNMADE = "This browser could not keep your last change: its store is full or switched off. Save the files before you close this page.";

const HERE = "You have this text here already: it is taken as it is here, with the marks that you gave it.";
const GONE = "This text was taken off this device in another tab.";

/** @type {NodeListOf<HTMLElement>} */
const makers = document.querySelectorAll("[data-make]");
makers.forEach((el) => {
  const work = openWork(browserStore(), /** @type {Edition & DOMStringMap} */ (el.dataset));
  const shelf = openShelf(work);
  /** What nobody has written in yet is not kept, and stays the same all the same. @type {Map<string, Bundle>} */
  const begun = new Map();
  /** @type {(sha256: unknown) => {reading: Reading | null, bundle: Bundle | null}} */
  const of = (sha256) => {
    const reading = shelf.read(String(sha256));
    const kept = work.kept("made").get(String(sha256));
    if (!begun.has(String(sha256)) && reading) begun.set(String(sha256), fresh());
    return { reading, bundle: reading && (isBundle(kept) ? kept : begun.get(String(sha256)) ?? null) };
  };
  let open = String(work.kept("text-open").get("now") ?? "");
  /** @type {Model<"[data-make]">} */
  const model = makeModel({ ...of(open), shelf: shelf.texts(), notice: "", wanted: null }, (changed) => {
    const reading = model.get("reading"); // the same text as before is news of another tab
    if (changed.has("wanted") && model.get("wanted") !== null) return show(model.get("wanted") ?? "");
    if (changed.has("reading") && reading && reading.sha256 !== open) return take(reading);
    if (changed.has("bundle") && reading) model.set("notice", work.put("made", reading.sha256, model.get("bundle")) && UNMADE);
    return undefined;
  });

  /** @param {string} sha256 */
  function show(sha256) {
    const { reading, bundle } = of(sha256);
    open = reading ? sha256 : "";
    if (reading) work.put("text-open", "now", sha256);
    else work.drop("text-open", "now");
    model.set("bundle", bundle);
    model.set("reading", reading);
    model.set("shelf", shelf.texts());
  }
  /** A reading that is brought, kept as "Your text" keeps it; what is here already stays. @param {Reading} reading */
  function take(reading) {
    const here = shelf.read(reading.sha256);
    const notice = here ? "" : shelf.keep(null, reading);
    show(reading.sha256);
    model.set("notice", here ? HERE : notice);
  }
  function refresh() {
    if (open) {
      const { reading, bundle } = of(open);
      model.set("bundle", bundle);
      model.set("reading", reading);
      if (!reading) {
        open = "";
        model.set("notice", GONE);
      }
    }
    model.set("shelf", shelf.texts());
  }
  addEventListener("storage", ({ key }) => (key === null || /:(text|made)/.test(key)) && refresh()); // another tab
  addEventListener("pageshow", ({ persisted }) => persisted && refresh()); // Back
  makeView.render({ model, el });
});

/** Nothing made yet, under an id that no other set has. @returns {Bundle} */
function fresh() {
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { book: `made-${id}`, title: "", reads: "sound", whole: true, sketches: [] };
}
