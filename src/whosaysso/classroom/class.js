// The page for a class: takes files, grades them in slices of time, and shows what came of them.

import { gradeClass } from "./gathering.js";
import { handedIn } from "./files.js";
import { itemsOf } from "./items.js";
import { madeCourse } from "./madekey.js";
import { readRoster } from "./people.js";
import { showClass } from "./showing.js";
import { inflated } from "./zip.js";

/** @import { Class, Course, Handed, Roster } from "./types" */

const ROOT = /** @type {HTMLElement} */ (document.querySelector("[data-class]"));
/** @type {<T extends HTMLElement>(name: string) => T} */
const part = (name) => /** @type {any} */ (ROOT.querySelector(`.wss-class-${name}`));

/** What was packed as JSON, by *deflate*, in letters. @param {string} letters */
async function unpack(letters) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await inflated(new Blob([bytes]), Infinity)));
}

/** Called at the end of the script, with what the book asks. @param {string} letters */
export async function begin(letters) {
  if (typeof DecompressionStream === "undefined") {
    say("This browser is too old for this page. Any from 2023 on will do.");
    return;
  }
  const data = await unpack(letters);
  /** @type {Course} */
  const course = { ...data, topics: new Map(Object.entries(data.topics)), sets: new Map(Object.entries(data.sets)), asked: new Map(data.asked.map((/** @type {any} */ one) => [one.question.id, { ...one, known: new Map() }])) };
  const brought = document.querySelector(".wss-class-brought")?.textContent;
  if (brought) await show((await unpack(brought)).map(broughtFile), course, null);
  else listen(course);
}

/** A file that the report carries in itself. @type {(file: { path: string, reason?: string, data?: string, system?: boolean }) => Handed} */
const broughtFile = ({ data = "", ...file }) => ({ ...file, read: async () => new DataView(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)).buffer) });

/** @param {Course} course */
function listen(course) {
  const [files, folder, list, key] = ["files", "folder", "roster", "key"].map((name) => /** @type {HTMLInputElement} */ (part(name)));
  /** @type {Roster | null} */
  let roster = null;
  /** @type {Handed[]} */
  let given = [];
  let taken = Promise.resolve(); // one after the other
  /** @param {() => Promise<void>} task */
  const inTurn = (task) => (taken = taken.then(task));
  const again = () => show(given, asked, roster);
  let asked = course; // the book's exercises, or those of a key
  /** @param {File[]} chosen */
  const take = (chosen) => inTurn(async () => {
    if (!chosen.length) return;
    given = await handedIn(chosen, course.largest);
    await again();
  });
  key.addEventListener("change", () => inTurn(async () => {
    try {
      asked = key.files?.[0] ? madeCourse(course, await key.files[0].text()) : course;
      if (given.length) await again();
      else say(asked === course ? "" : `The key of ${asked.asked.size} exercise${asked.asked.size === 1 ? "" : "s"}: now give the files.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }));
  for (const input of [files, folder]) input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  list.addEventListener("change", () => inTurn(async () => {
    try {
      roster = list.files?.[0] ? readRoster(await list.files[0].text()) : null;
      if (given.length) await again();
      else say(roster ? `${roster.size} people in the list of codes.` : "");
    } catch (error) {
      say(error instanceof Error ? error.message : "This list cannot be read.");
    }
  }));
  ROOT.addEventListener("dragover", (event) => {
    event.preventDefault();
    ROOT.dataset.over = "";
  });
  ROOT.addEventListener("dragleave", () => delete ROOT.dataset.over);
  ROOT.addEventListener("drop", (event) => {
    event.preventDefault();
    delete ROOT.dataset.over;
    const items = [...(event.dataTransfer?.items ?? [])];
    const folders = items.some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    if (folders) say("A folder cannot be dropped here: choose it with the button A folder, or drop the files in it.");
    else take([...(event.dataTransfer?.files ?? [])]);
  });
  part("give").hidden = false;
}

/** @type {(files: Handed[], course: Course, roster: Roster | null) => Promise<void>} */
async function show(files, course, roster) {
  const bar = /** @type {HTMLProgressElement} */ (part("progress"));
  bar.hidden = false;
  part("shown").replaceChildren();
  const found = await gradeClass(files, course, roster, (done, all) => {
    [bar.max, bar.value] = [all, done];
    say(`${done} of ${all} files read.`);
  });
  const items = await itemsOf(found, course);
  bar.hidden = true;
  if (found.students.length) await showClass(part("shown"), { found, items, course, names: false, share: false });
  say(summary(found));
}

/** @param {Class} found */
function summary({ students, refused }) {
  const many = `${students.length} student${students.length === 1 ? "" : "s"} graded`;
  const not = refused.length ? `, ${refused.length} file${refused.length === 1 ? "" : "s"} not: they are named at the end` : "";
  return students.length ? `${many}${not}.` : refused.length ? `No hand-in was found. ${refused[0].path}: ${refused[0].reason}.` : "No hand-in was found.";
}

/** @param {string} words */
const say = (words) => (part("said").textContent = words);
