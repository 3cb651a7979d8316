// The behaviour of the bar "My work": take the answers along, bring them back, hand the computer on.
// What the bar shows may be old; whatever it does, it asks the host first for what is kept at that moment.

import { sureLine } from "./judgement/trained.js";
import { mounted } from "./mounted.js";
import { saveFile } from "./saving.js";
import { count } from "./words.js";

const TEXTS = "What you keep on the page “Your text” is not in that file, and would be cleared too: save it there first.";
const SILENT = "The notebook’s kernel does not answer, so this is what was known here before.";
const LATE = "The kernel has answered, so here is what is kept now.";
const NEWER = "Something was answered after that file was made, so here is a newer one.";

export const workView = mounted("[data-work]", (root, model) => {
  const code = root.querySelector(".wss-code");
  const file = root.querySelector(".wss-file");
  const said = root.querySelector(".wss-work-said");
  const leave = root.querySelector(".wss-leave");
  const question = root.querySelector(".wss-ask");
  const yes = root.querySelector(".wss-yes");
  /** @type {Record<string, string>} */
  const refusals = JSON.parse(root.querySelector(".wss-data").textContent);
  const on = (/** @type {HTMLElement} */ button, /** @type {() => void} */ press) => button.addEventListener("click", press);
  let waiting = false; // for what is kept now
  let silent = false; // for so long that what was known here before has been given
  let leaving = false;
  let cleared = false; // here, and not by another tab
  let agree = () => {};
  let reader = model.get("work").readers[0];

  /** Ask the host; the same question again, and the same reply, are news too. @type {(name: "wanted" | "loaded" | "agreed" | "cleared", value: any) => void} */
  const tell = (name, value) => {
    model.set("said", "");
    model.set(name, null);
    model.set(name, value);
    model.save_changes();
  };
  /** @type {(words: string, answer: string, then: () => void) => void} */
  const ask = (words, answer, then) => {
    [said.textContent, yes.textContent, agree, question.hidden] = [words, answer, then, false];
  };
  const close = (words = "") => {
    if (question.contains(document.activeElement)) leave.focus();
    [waiting, leaving, question.hidden, said.textContent] = [false, false, true, words];
  };
  const want = (/** @type {boolean} */ toLeave) => {
    close();
    [waiting, silent, leaving, cleared] = [true, false, toLeave, false];
    tell("wanted", Date.now());
    if (waiting) setTimeout(() => waiting && !silent && give(SILENT), 5_000);
  };

  /** Give what is kept as a file; to whoever leaves, ask then whether it is there. */
  function give(first = "") {
    waiting = silent = first === SILENT; // a slow kernel may answer yet
    const work = model.get("work");
    if (leaving && !work.attempts.length && !Object.keys(work.drafts).length && !model.get("texts")) return tell("cleared", model.get("given"));
    let words = "This browser could not make a file.";
    try {
      words = `${first} Your browser was asked to save ${saveFile({ ...work, code: code.value.trim() }, root.dataset.name)}: see that the file is there. A page cannot see it.`.trim();
    } catch { /* the words say so */ }
    said.textContent = words;
    if (leaving && first !== SILENT) ask(`${words}${model.get("texts") ? ` ${TEXTS}` : ""} Nothing is cleared yet.`, "I have the file: clear now", () => {
      [waiting, cleared] = [true, true];
      tell("cleared", model.get("given"));
    });
  }

  function counted() {
    const work = model.get("work");
    const kept = model.get("lasting") === false ? "in this page only: this browser keeps nothing. Download your work before you close it" : "kept on this device, nowhere else";
    root.querySelector(".wss-work-count").textContent = work.attempts.length
      ? `${count(work.attempts.length, "checked answer")} ${kept}.`
      : `No answer kept yet. What you answer is ${kept}.`;
    root.querySelector(".wss-work-sure").textContent = sureLine(work.attempts, String(root.dataset.tests).split(" "));
    if (reader && work.readers[0] !== reader) {
      code.value = "";
      close(cleared ? model.get("said") : ""); // another tab may name the next reader once more
    }
    reader = work.readers[0];
  }

  on(root.querySelector(".wss-download"), () => want(false));
  on(leave, () => want(true));
  on(root.querySelector(".wss-load"), () => file.click());
  on(yes, () => agree());
  on(root.querySelector(".wss-no"), () => close("Everything is as it was."));
  root.addEventListener("keydown", ({ key }) => key === "Escape" && !question.hidden && close("Everything is as it was."));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    close();
    if (chosen.size > Number(root.dataset.largest)) said.textContent = refusals.large;
    else try {
      tell("loaded", new DataView(await chosen.arrayBuffer()));
    } catch {
      said.textContent = refusals.unreadable;
    }
    file.value = "";
  });
  model.on("change:work", counted);
  model.on("change:lasting", counted);
  model.on("change:given", () => waiting && model.get("given") && give(silent ? LATE : leaving && !question.hidden ? NEWER : ""));
  model.on("change:asking", () => model.get("asking") && ask(model.get("asking") ?? "", "Yes: add them to mine", () => {
    close();
    tell("agreed", Date.now());
  }));
  model.on("change:said", () => model.get("said") && close(model.get("said")));
  said.textContent = model.get("said") ?? "";
  counted();
});
