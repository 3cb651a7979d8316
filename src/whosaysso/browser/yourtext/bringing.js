// A text brought in: pasted, opened from a file, taken from the shelf, or a reading that was saved before.

import { normalText } from "../../reader/normal.js";
import { openText } from "../../reader/opening.js";
import { countPoints } from "../../reader/points.js";
import { count } from "../words.js";
import { TOO_LONG, begunReading } from "./begun.js";
import { LONGEST, openReading } from "./file.js";
import { element, pressable } from "./making.js";
import { isSameReading, joinedReadings } from "./joining.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Table } from "./types" */

const LARGEST = 12_000_000; // bytes of a file
const UNREADABLE = "The browser could not read this file.";
const LOOK = "Here is the text of the file. Look it over, take out what is not part of it, such as menus, then press “Read this text”.";

/** @type {(table: Table) => void} */
export function bringing({ root, model, given, say }) {
  const paste = root.querySelector(".wss-paste");
  const file = root.querySelector(".wss-file");
  const shelf = root.querySelector(".wss-shelf");

  root.querySelector(".wss-take").addEventListener("click", () => take(paste.value));
  root.querySelector(".wss-example").addEventListener("click", () => take(given.example));
  root.querySelectorAll(".wss-open-file").forEach((button) => button.addEventListener("click", () => file.click()));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      if (chosen.size > LARGEST) throw new Error(`This file has ${Math.round(chosen.size / 1_000_000)} MB, and this page takes at most 12. Bring a part of it.`);
      open(chosen.name, new DataView(await chosen.arrayBuffer().catch(() => Promise.reject(new Error(UNREADABLE)))));
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
    file.value = "";
  });

  /** @type {(name: string, bytes: DataView) => void} */
  function open(name, bytes) {
    if (/\.json$/i.test(name)) return load(openReading(bytes));
    const words = normalText(openText(name, bytes));
    if (!words) throw new Error("There are no words in this file.");
    if (countPoints(words).length > LONGEST) throw new Error(TOO_LONG(countPoints(words).length));
    if (model.get("reading")) return say("Leave this text first, with “Another text”; then open the file.");
    paste.value = words;
    paste.focus();
    say(LOOK);
  }

  /** @param {string} pasted */
  function take(pasted) {
    try {
      const begun = begunReading(pasted, given.labels);
      if (model.get("shelf").some((one) => one.sha256 === begun.sha256)) {
        want(begun.sha256);
        return say("You have this text here already: it is open, with your marks.");
      }
      put(begun);
      return say(`${count(begun.words.split("\n").filter(Boolean).length, "paragraph")} read in.`);
    } catch (error) {
      return say(/** @type {Error} */ (error).message);
    }
  }

  /** A reading from a file: of a text that is here, its marks come to those that are here. @param {Reading} reading */
  function load(reading) {
    const here = model.get("shelf").some((one) => one.sha256 === reading.sha256);
    if (here && model.get("reading")?.sha256 !== reading.sha256) want(reading.sha256);
    const mine = model.get("reading");
    if (mine?.sha256 !== reading.sha256) {
      put(reading);
      return say(`Loaded, with ${count(reading.marks.length, "mark")}.`);
    }
    if (!isSameReading(mine, reading)) return say("This is another reader’s reading of a text that you have here. Nothing was loaded, so that your marks stay yours: load it under Compare.");
    const { joined, added } = joinedReadings(mine, reading);
    put(joined);
    say(`You had this text here. ${count(added, "mark")} came from the file; nothing was taken away. To compare with another reader, use the step Compare.`);
  }

  /** @param {Reading} reading */
  function put(reading) {
    model.set("reading", reading);
    model.save_changes();
    paste.value = "";
  }
  /** @param {string} sha256 */
  function want(sha256) {
    model.set("wanted", null);
    model.set("wanted", sha256);
    model.save_changes();
  }

  root.querySelector(".wss-leave-text").addEventListener("click", () => {
    model.set("reading", null);
    model.save_changes();
    say("");
    paste.focus();
  });

  function list() {
    const texts = model.get("shelf");
    shelf.hidden = !texts.length;
    shelf.querySelector("ul")?.replaceChildren(...texts.map(({ sha256, title, marks }) => {
      const item = element("li", {}, element("span", { dir: "auto" }, title), ` · ${count(marks, "mark")} `);
      const drop = () => {
        const ask = element("span", { class: "wss-buttons" }, "This takes the text and its marks off this device. ",
          pressable("Take it off", () => {
            model.set("dropped", null);
            model.set("dropped", sha256);
            model.save_changes();
            say("Taken off this device.");
          }), pressable("Keep it", list));
        item.append(ask);
        ask.querySelector("button")?.focus();
      };
      item.append(pressable("Open", () => {
        want(sha256);
        say("");
      }, { "aria-label": `Open: ${title}` }));
      if (given.removes) item.append(" ", pressable("Remove", drop, { "aria-label": `Remove: ${title}` }));
      return item;
    }));
  }
  model.on("change:shelf", list);
  list();
}
