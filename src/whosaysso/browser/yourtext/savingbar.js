// What a reader takes along: the reading as one file, its marks as a table, and all of it on paper.

import { named, pieceAt } from "../../reader/mending.js";
import { giveFile } from "../saving.js";
import { FIVE_QUESTIONS } from "./sorts.js";
import { readingFile } from "./file.js";
import { titleOf } from "./shelf.js";

/** @import { Counted, Reading } from "../../reader/types" */
/** @import { Table } from "./types" */

const COLUMNS = ["place", "start", "end", "label", "words", "note", "speaker", "sort", ...FIVE_QUESTIONS.map(([name]) => name)];

/** @type {(table: Table) => void} */
export function savingBar({ root, reading, points, say }) {
  const nameOf = (/** @type {string} */ ending) => `${fileName(reading())}${ending}`;
  root.querySelector(".wss-save-text").addEventListener("click", () => {
    const name = giveFile(`${JSON.stringify(readingFile(reading()), null, 1)}\n`, "application/json", nameOf(".json"));
    say(`Your browser was asked to save ${name}: see that the file is there. It can be opened here again, in a notebook, and by others.`);
  });
  root.querySelector(".wss-save-table").addEventListener("click", () => {
    const name = giveFile(`\ufeff${marksTable(reading(), points())}`, "text/csv", nameOf("-marks.csv"));
    say(`Your browser was asked to save ${name}, a table for a spreadsheet.`);
  });
  root.querySelector(".wss-print").addEventListener("click", () => print());
}

/** @param {Reading} reading */
function fileName({ words, provenance, sha256 }) {
  const name = titleOf(words, provenance).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `reading-${[...name].slice(0, 40).join("") || "text"}-${sha256.slice(0, 6)}`;
}

/** Every mark as a row, in the order of the text. @type {(reading: Reading, points: Counted) => string} */
export function marksTable({ cut, labels, marks }, { slice }) {
  const ids = named(cut);
  const names = new Map(labels.map(({ id, name }) => [id, name]));
  const rows = [...marks].sort((a, b) => a.start - b.start).map(({ start, end, label, note, attribution, number }) => [ids[pieceAt(cut, start)]?.id, start, end, names.get(label),
    slice(start, end), note, attribution?.speaker, attribution?.sort, ...FIVE_QUESTIONS.map(([name]) => number?.[name])]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell that no spreadsheet takes for a formula. @param {unknown} value */
function cell(value) {
  const text = String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
