// Exercises made of a text that somebody has marked: written, tried, asked about, handed out. What is written is kept.

import { mounted } from "../mounted.js";
import { giveFile } from "../saving.js";
import { count } from "../words.js";
import { begunReading } from "../yourtext/begun.js";
import { openReading } from "../yourtext/file.js";
import { asked, element, pressable } from "../yourtext/making.js";
import { titleOf } from "../yourtext/shelf.js";
import { authoredOf } from "./authoring.js";
import { doubtsOf } from "./doubting.js";
import { choiceOf, fieldOf, redrawn } from "./asks.js";
import { cardFor } from "./forms.js";
import { bookFiles, setName, keyFile, studentsFile } from "./handing.js";
import { lackingIn } from "./lacking.js";
import { KIND_NAMES, sketchOf } from "./sketching.js";
import { outdated, stateOf } from "./outdated.js";
import { tryOut } from "./trying.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Authored, Bundle, Desk, Made, Sketch } from "./types" */

const NOTHING = "There is nothing to hand out yet: add an exercise first.";

export const makeView = mounted("[data-make]", (root, model) => {
  const given = JSON.parse(root.querySelector(".wss-data").textContent);
  const runtime = document.getElementById("wss-runtime")?.textContent ?? "";
  const said = root.querySelector(".wss-make-said");
  const steps = [...root.querySelectorAll("[data-step]")];
  const items = root.querySelector(".wss-make-items");
  const paste = root.querySelector(".wss-paste");
  const undo = root.querySelector(".wss-make-undo");
  /** @type {Sketch[] | null} */
  let before = null; // what stood there when an exercise was removed
  let [step, mine] = ["write", false];

  const reading = () => /** @type {Reading} */ (model.get("reading"));
  const written = () => /** @type {Bundle} */ (model.get("bundle"));
  /** With the title that the text has, where its maker has written no other. */
  const bundle = () => ({ ...written(), title: written().title || titleOf(reading().words, reading().provenance) });
  /** @type {Desk} */
  const desk = { root, model, reading, bundle, change, say: (text) => (said.textContent = text) };

  /** @param {Partial<Bundle>} part */
  function change(part) {
    mine = true;
    model.set("bundle", { ...written(), ...part });
    model.save_changes();
    mine = false;
    age();
  }
  /** Those that can be asked, as an author writes them. @returns {Authored[]} */
  const ready = () => bundle().sketches.map((sketch) => authoredOf(sketch, bundle(), reading())).filter((item) => !lackingIn(item).length);

  /** Say what was handed out and is not as it stands here now. */
  const age = () => {
    const words = outdated(written(), () => stateOf(bundle(), reading(), ready()));
    const older = root.querySelector(".wss-make-older");
    if (older.textContent !== words) older.textContent = words;
  };

  /** @type {(sketches: Sketch[], open?: string) => void} */
  function put(sketches, open = "") {
    change({ sketches });
    cards(open);
  }

  /** Every exercise as a form; those stay open that are, but where one alone is to be. */
  function cards(open = "") {
    const all = bundle().sketches;
    const opened = [...items.querySelectorAll("details")].flatMap((card) => (card.open ? [card.dataset.sketch] : []));
    items.replaceChildren(...all.map(({ id }, n) => cardFor(desk, id, {
      open: open ? id === open : opened.includes(id),
      first: !n,
      remove() {
        before = all;
        put(bundle().sketches.filter((one) => one.id !== id));
        undo.hidden = false;
        undo.focus();
        desk.say("Removed.");
      },
      up() {
        put([...all.slice(0, n - 1), bundle().sketches[n], bundle().sketches[n - 1], ...bundle().sketches.slice(n + 1)], id);
        cardOf(id)?.querySelector("summary")?.focus();
        desk.say(`It is number ${n} now.`);
      },
    })));
  }
  /** @param {string} id */
  const cardOf = (id) => [...items.querySelectorAll("details")].find((card) => card.dataset.sketch === id);
  undo.addEventListener("click", () => {
    const back = before?.find(({ id }) => !cardOf(id))?.id ?? "";
    if (before) put(before);
    [before, undo.hidden] = [null, true];
    cardOf(back)?.querySelector("summary")?.focus();
    desk.say("It is back.");
  });

  root.querySelector(".wss-make-add").replaceChildren(...Object.entries(KIND_NAMES).map(([kind, words]) => pressable(words, () => {
    const sketch = sketchOf(/** @type {Made} */ (kind), reading(), bundle().sketches.map(({ id }) => id));
    put([...bundle().sketches, sketch], sketch.id);
    items.lastElementChild?.scrollIntoView({ block: "start" });
    items.lastElementChild?.querySelector("summary")?.focus();
    desk.say(`Added: ${words}. Look it over, and write why.`);
  })));

  function aboutSet() {
    const whole = element("input", { type: "checkbox", checked: bundle().whole });
    whole.addEventListener("change", () => change({ whole: whole.checked }));
    /** @type {[string, string][]} */
    const sorts = [["sound", "one that deserves trust"], ["opposite", "one that leans, to whatever side"]];
    const title = asked("What do your students see as its title?", fieldOf(bundle().title, (value) => change({ title: value.trim() })));
    const reads = asked("For the book alone: what is this text?", choiceOf(sorts, bundle().reads, (value) => change({ reads: value === "opposite" ? "opposite" : "sound" })));
    const set = root.querySelector(".wss-make-set");
    redrawn(set, () => set.replaceChildren(title, element("label", {}, whole, " Give students the whole text, and not only what the exercises quote")));
    root.querySelector(".wss-make-reads").replaceChildren(reads);
  }

  function questions() {
    const items = ready();
    const titles = new Map(bundle().sketches.map((sketch) => [sketch.id, sketch.title || KIND_NAMES[sketch.kind]]));
    const lacking = bundle().sketches.flatMap((sketch) => lackingIn(authoredOf(sketch, bundle(), reading())).map((words) => ({ exercise: sketch.id, words })));
    const unsaid = Object.entries({ title: "its title", outlet: "who published it", date: "when" }).flatMap(([name, what]) => (reading().provenance[name] ? [] : [what]));
    const origin = unsaid.length ? [element("li", {}, `The text does not say ${unsaid.join(" or ")}. Do you know? Write it under “Where from” on the page Your text.`)] : [];
    const open = [...lacking, ...doubtsOf(items, given.prose, reading().language.startsWith("en") ? given.prompts : [])].map(({ exercise, words }) => element("li", {}, pressable(String(titles.get(exercise)), () => {
      go("write");
      cards(exercise);
      cardOf(exercise)?.querySelector("summary")?.focus();
    }), ` ${words}`));
    const all = [...origin, ...open];
    root.querySelector(".wss-make-ask").replaceChildren(all.length ? element("ul", {}, ...all) : element("p", {}, items.length ? "Nothing that this page can ask is open." : NOTHING));
  }

  /** @type {(name: string, give: (items: Authored[]) => string) => void} */
  function handOut(name, give) {
    const items = ready();
    const left = bundle().sketches.length - items.length;
    desk.say(items.length ? `Your browser was asked to save ${give(items)}: see that the file is there.${left ? ` ${count(left, "exercise")} ${left === 1 ? "is" : "are"} not in it yet: the step Questions says why.` : ""}` : NOTHING);
    if (items.length) change({ given: { ...written().given, [name]: stateOf(bundle(), reading(), items) } });
  }
  const name = () => setName(bundle());
  root.querySelector(".wss-make-file").addEventListener("click", () => handOut("file", (items) => giveFile(studentsFile(bundle(), reading(), items, given.skeleton, runtime), "text/html", `${name()}.html`)));
  root.querySelector(".wss-make-key").addEventListener("click", () => handOut("key", (items) => giveFile(keyFile(bundle(), reading(), items), "application/json", `key-${name()}.json`)));
  root.querySelector(".wss-make-book").addEventListener("click", () => handOut("book", (items) => giveFile(bookFiles(bundle(), reading(), items).bytes, "application/zip", `${name()}-for-the-book.zip`)));

  /** @type {Record<string, () => void>} */
  const shows = { write: () => redrawn(items, cards), try: () => tryOut(root.querySelector(".wss-make-try"), bundle(), ready().length ? studentsFile(bundle(), reading(), ready(), given.skeleton, runtime, true) : ""), ask: questions, give: () => {} };
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
    (sha256 ? steps[0] : paste).focus();
  }
  /** @param {() => Reading | undefined} bring */
  function take(bring) {
    try {
      const brought = bring();
      if (!brought) return;
      model.set("reading", brought);
      model.save_changes();
      [paste.value, root.querySelector(".wss-make-brought").textContent] = ["", ""];
      steps[0].focus();
    } catch (error) {
      root.querySelector(".wss-make-brought").textContent = /** @type {Error} */ (error).message;
    }
  }
  root.querySelector(".wss-take").addEventListener("click", () => take(() => begunReading(paste.value, given.labels)));
  const file = root.querySelector(".wss-file");
  root.querySelector(".wss-open-file").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const bytes = await file.files?.[0]?.arrayBuffer().catch(() => null);
    take(() => bytes ? openReading(new DataView(bytes)) : undefined);
    file.value = "";
  });
  root.querySelector(".wss-leave-text").addEventListener("click", () => want(""));

  function opened() {
    if (mine) return;
    const now = model.get("reading");
    root.querySelector(".wss-bring").hidden = Boolean(now);
    root.querySelector(".wss-read").hidden = !now;
    if (!now || !written()) return;
    root.querySelector(".wss-text-title").textContent = titleOf(now.words, now.provenance);
    root.querySelector(".wss-text-size").textContent = `${count(now.marks.length, "mark")}. ${given.kept}`;
    aboutSet();
    age();
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
