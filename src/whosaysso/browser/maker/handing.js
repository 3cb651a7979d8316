// What comes out: one file for students, made from a template that the page carries; the key; and files for the book.

import { hashText } from "../../reader/hashing.js";
import { countPoints } from "../../reader/points.js";
import { element } from "../yourtext/making.js";
import { QUESTIONS } from "../yourtext/whence.js";
import { withKey } from "./asking.js";
import { originOf, wordsIn } from "./authoring.js";
import { piecesIn } from "./passages.js";
import { exerciseSheet } from "./sheet.js";
import { yamlOf } from "./yaml.js";
import { zipOf } from "./zipping.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Authored, Bundle } from "./types" */

/**
 * The page that a student opens: it asks nobody for anything, and its policy names the one module it carries.
 * @type {(bundle: Bundle, reading: Reading, items: Authored[], skeleton: string, runtime: string, trial?: boolean) => string}
 */
export function studentsFile(bundle, reading, items, skeleton, runtime, trial = false) {
  const made = new DOMParser().parseFromString(skeleton, "text/html");
  const title = bundle.title || "Exercises";
  made.title = `${title} · Who Says So?`;
  /** @type {HTMLElement} */ (made.querySelector("h1")).textContent = title;
  /** @type {HTMLElement} */ (made.querySelector("[data-work]")).dataset.book = trial ? `${bundle.book}-trial` : bundle.book;
  /** @type {HTMLElement} */ (made.querySelector("[data-work]")).dataset.name = setName(bundle);
  made.querySelector(".wss-given")?.append(...givenText(reading, bundle.whole));
  made.querySelector(".wss-exercises")?.append(...items.map((item) => exerciseSheet(withKey(item))));
  made.body.append(element("script", { type: "module" }, runtime));
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`;
}

/** The text with its places, and what it tells of itself. @type {(reading: Reading, whole: boolean) => HTMLElement[]} */
function givenText(reading, whole) {
  const told = Object.values(QUESTIONS).flat().filter(([name]) => name !== "note" && reading.provenance[name]);
  const facts = element("dl", {}, ...told.map(([name, question]) => element("div", {}, element("dt", {}, question), element("dd", { dir: "auto" }, reading.provenance[name]))));
  const silent = element("p", { class: "note" }, "The text does not say who published it, or when.");
  const head = [element("h2", {}, "The text"), told.length ? facts : silent];
  if (!whole) return [...head, element("p", { class: "note" }, "The exercises quote from it.")];
  const { slice } = countPoints(reading.words);
  /** @type {HTMLElement[]} */
  const blocks = [];
  piecesIn(reading, [0, countPoints(reading.words).length]).forEach((piece, n, all) => {
    if (!n || all[n - 1].paragraph !== piece.paragraph || all[n - 1].role !== piece.role) blocks.push(element("p", { dir: "auto", lang: reading.language || "en", "data-role": piece.role }));
    blocks[blocks.length - 1].append(element("small", {}, piece.id), ` ${slice(piece.start, piece.end).replaceAll("\n", " ")} `);
  });
  return [...head, element("details", { open: true }, element("summary", {}, "Read it here"), ...blocks)];
}

/** What `grade --exercises` and the page for a class read. @type {(bundle: Bundle, reading: Reading, items: Authored[]) => string} */
export function keyFile({ book, title }, reading, items) {
  const text = { words: reading.words, language: reading.language, origin: originOf(reading) };
  return `${JSON.stringify({ format: "who-says-so/exercises/1", book, title: title || "Exercises", text, exercises: items }, null, 1)}\n`;
}

/** A case and its exercises, by their paths in the repository, in a zip. @type {(bundle: Bundle, reading: Reading, items: Authored[]) => {name: string, bytes: Uint8Array<ArrayBuffer>}} */
export function bookFiles({ title }, reading, items) {
  const name = slugOf(title) || "my-text";
  const words = `${wordsIn(reading, [0, countPoints(reading.words).length])}\n`;
  const described = {
    $schema: "https://datapackage.org/profiles/1.0/datapackage.json", name, title: title || name, description: originOf(reading), version: "0.1.0",
    text: { path: "text.txt", sha256: hashText(words) }, resources: [{ name: "text", path: "text.txt", title: "The text" }],
  };
  const quoted = `“${(title || name).replaceAll("“", "‘").replaceAll("”", "’")}”`; // the text's own words, and not the book's
  const topic = { title: quoted, case: name, made: true, exercises: items.map(({ id, ...item }) => ({ id: `${name}-${id}`, ...item })) };
  return { name, bytes: zipOf({ [`case/${name}/text.txt`]: words, [`case/${name}/datapackage.json`]: `${JSON.stringify(described, null, 1)}\n`, [`exercises/${name}.yml`]: yamlOf(topic) }) };
}

/** A name that a file of the book can have. @param {string} title */
const slugOf = (title) => title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[\d-]+|-+$/g, "").slice(0, 40).replace(/-+$/, "");

/** What the files of a set are called, and those that students hand in. @param {Bundle} bundle */
export const setName = ({ title, book }) => slugOf(title) || book.slice(0, 9);
