// Exercises made of a text that somebody has marked: written, tried, asked about, handed out. What is written is kept.

import { mounted } from "../mounted.js";
import { giveFile } from "../saving.js";
import { count } from "../words.js";
import { openReading } from "../yourtext/file.js";
import { element, pressable } from "../yourtext/making.js";
import { titleOf } from "../yourtext/shelf.js";
import { authoredOf } from "./authoring.js";
import { doubtsOf } from "./doubting.js";
import { cardFor, choiceOf, fieldOf } from "./forms.js";
import { bookFiles, keyFile, slugOf, studentsFile } from "./handing.js";
import { lackingIn } from "./lacking.js";
import { KIND_NAMES, sketchOf } from "./sketching.js";
import { tryOut } from "./trying.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Authored, Bundle, Desk, Made, Sketch } from "./types" */

const NOTHING = "There is nothing to hand out yet: add an exercise first.";

export const makeView = mounted("[data-make]", (root, model) => {
  const given = JSON.parse(root.querySelector(".wss-data").textContent);
  const runtime = document.getElementById("wss-runtime")?.textContent ?? "";
  const said = root.querySelector(".wss-make-said");
  const steps = [...root.querySelectorAll("[data-step]")];
  const undo = root.querySelector(".wss-make-undo");
  /** @type {Sketch[] | null} */
  let before = null; // what stood there when an exercise was removed
  let [step, mine] = ["write", false];

  const reading = () => /** @type {Reading} */ (model.get("reading"));
  const bundle = () => /** @type {Bundle} */ (model.get("bundle"));
  /** @type {Desk} */
  const desk = { root, model, reading, bundle, change, say: (text) => (said.textContent = text) };

  /** @param {Partial<Bundle>} part */
  function change(part) {
    mine = true;
    model.set("bundle", { ...bundle(), ...part });
    model.save_changes();
    mine = false;
  }
  /** Those that can be asked, as an author writes them. @returns {Authored[]} */
  const ready = () => bundle().sketches.map((sketch) => authoredOf(sketch, bundle(), reading())).filter((item) => !lackingIn(item).length);

  /** @type {(sketches: Sketch[], open?: string) => void} */
  function put(sketches, open = "") {
    change({ sketches });
    cards(open);
  }

  function cards(open = "") {
    const all = bundle().sketches;
    root.querySelector(".wss-make-items").replaceChildren(...all.map(({ id }, n) => cardFor(desk, id, {
      open: id === open,
      first: !n,
      remove() {
        before = all;
        put(bundle().sketches.filter((one) => one.id !== id));
        undo.hidden = false;
        undo.focus();
        desk.say("Removed.");
      },
      up: () => put([...all.slice(0, n - 1), bundle().sketches[n], bundle().sketches[n - 1], ...bundle().sketches.slice(n + 1)], id),
    })));
  }
  undo.addEventListener("click", () => {
    if (before) put(before);
    [before, undo.hidden] = [null, true];
    desk.say("It is back.");
  });

  root.querySelector(".wss-make-add").replaceChildren(...Object.entries(KIND_NAMES).map(([kind, words]) => pressable(words, () => {
    const sketch = sketchOf(/** @type {Made} */ (kind), reading(), bundle().sketches.map(({ id }) => id));
    put([...bundle().sketches, sketch], sketch.id);
    const items = root.querySelector(".wss-make-items");
    items.lastElementChild?.scrollIntoView({ block: "start" });
    items.lastElementChild?.querySelector("summary")?.focus();
    desk.say(`Added: ${words}. Look it over, and write why.`);
  })));

  function aboutSet() {
    const whole = element("input", { type: "checkbox", checked: bundle().whole });
    whole.addEventListener("change", () => change({ whole: whole.checked }));
    /** @type {[string, string][]} */
    const sorts = [["sound", "one that deserves trust"], ["opposite", "one that leans, to whatever side"]];
    const title = element("label", { class: "wss-asked" }, element("span", {}, "What do your students see as its title?"), fieldOf(bundle().title, (value) => change({ title: value.trim() })));
    const reads = element("label", { class: "wss-asked" }, element("span", {}, "What is this text?"), choiceOf(sorts, bundle().reads, (value) => change({ reads: value === "opposite" ? "opposite" : "sound" })));
    root.querySelector(".wss-make-set").replaceChildren(title, reads, element("label", {}, whole, " Give students the whole text, and not only what the exercises quote"));
  }

  function questions() {
    const items = ready();
    const titles = new Map(bundle().sketches.map((sketch) => [sketch.id, sketch.title || KIND_NAMES[sketch.kind]]));
    const lacking = bundle().sketches.flatMap((sketch) => lackingIn(authoredOf(sketch, bundle(), reading())).map((words) => ({ exercise: sketch.id, words })));
    const { title, outlet, date } = reading().provenance;
    const origin = title && outlet && date ? [] : ["The text does not say its title, who published it, and when. Do you know? Write it under “Where from” on the page Your text."];
    const asked = [...lacking, ...doubtsOf(items, given.prose)].map(({ exercise, words }) => element("li", {}, element("b", {}, `${titles.get(exercise)}: `), words));
    const all = [...origin.map((words) => element("li", {}, words)), ...asked];
    root.querySelector(".wss-make-ask").replaceChildren(all.length ? element("ul", {}, ...all) : element("p", {}, items.length ? "Nothing that this page can ask is open." : NOTHING));
  }

  /** @type {(give: (items: Authored[]) => string) => void} */
  function handOut(give) {
    const items = ready();
    const left = bundle().sketches.length - items.length;
    desk.say(items.length ? `Your browser was asked to save ${give(items)}: see that the file is there.${left ? ` ${count(left, "exercise")} ${left === 1 ? "is" : "are"} not in it yet: the step Questions says why.` : ""}` : NOTHING);
  }
  const name = () => slugOf(bundle().title);
  root.querySelector(".wss-make-file").addEventListener("click", () => handOut((items) => giveFile(studentsFile(bundle(), reading(), items, given.skeleton, runtime), "text/html", `${name()}.html`)));
  root.querySelector(".wss-make-key").addEventListener("click", () => handOut((items) => giveFile(keyFile(bundle(), reading(), items), "application/json", `key-${name()}.json`)));
  root.querySelector(".wss-make-book").addEventListener("click", () => handOut((items) => giveFile(bookFiles(bundle(), reading(), items).bytes, "application/zip", `${name()}-for-the-book.zip`)));

  /** @type {Record<string, () => void>} */
  const shows = { write: cards, try: () => tryOut(root.querySelector(".wss-make-try"), bundle(), ready().length ? studentsFile(bundle(), reading(), ready(), given.skeleton, runtime, true) : ""), ask: questions, give: () => {} };
  /** @param {string} name */
  function go(name) {
    step = name;
    desk.say("");
    steps.forEach((button) => (button.dataset.step === name ? button.setAttribute("aria-current", "step") : button.removeAttribute("aria-current")));
    root.querySelectorAll("[data-panel]").forEach((panel) => (panel.hidden = panel.dataset.panel !== name));
    shows[name]();
  }
  steps.forEach((button) => button.addEventListener("click", () => go(String(button.dataset.step))));
  root.querySelectorAll("[data-next]").forEach((button) => button.addEventListener("click", () => {
    go(String(button.dataset.next));
    steps.find((one) => one.dataset.step === button.dataset.next)?.focus();
  }));

  function shelf() {
    const texts = model.get("shelf");
    const list = root.querySelector(".wss-shelf");
    list.hidden = !texts.length;
    list.querySelector("ul")?.replaceChildren(...texts.map(({ sha256, title, marks }) => element("li", {}, element("span", { dir: "auto" }, title), ` · ${count(marks, "mark")} `, pressable("Take this text", () => want(sha256), { "aria-label": `Take this text: ${title}` }))));
  }
  /** @param {string | null} sha256 */
  function want(sha256) {
    model.set("wanted", null);
    model.set("wanted", sha256);
    model.save_changes();
  }
  const file = root.querySelector(".wss-file");
  root.querySelector(".wss-open-file").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    try {
      const opened = file.files?.[0] && openReading(new DataView(await file.files[0].arrayBuffer()));
      if (opened) {
        model.set("reading", opened);
        model.save_changes();
      }
    } catch (error) {
      desk.say(/** @type {Error} */ (error).message);
    }
    file.value = "";
  });
  root.querySelector(".wss-leave-text").addEventListener("click", () => want(""));

  function opened() {
    if (mine) return;
    const now = model.get("reading");
    root.querySelector(".wss-bring").hidden = Boolean(now);
    root.querySelector(".wss-read").hidden = !now;
    if (!now || !bundle()) return;
    root.querySelector(".wss-text-title").textContent = titleOf(now.words, now.provenance);
    root.querySelector(".wss-text-size").textContent = `${count(now.marks.length, "mark")}. ${given.kept}`;
    aboutSet();
    go(step);
  }
  root.addEventListener("submit", (event) => event.preventDefault());
  const warn = () => (root.querySelector(".wss-notice").textContent = model.get("notice") ?? "");
  model.on("change:bundle", opened);
  model.on("change:reading", opened);
  model.on("change:shelf", shelf);
  model.on("change:notice", warn);
  shelf();
  opened();
  warn();
});
