// Who handed a file in, by the LMS's name, by the class's list of codes, or by the code alone: the twin of desk/people.py.

import { plainly } from "./plain.js";

/** @import { Person, Roster } from "./types" */

const MOODLE = /^(.+)_(\d+)_assignsubmission_[a-z]+(?:_.*)?$/s;
const CANVAS = /^(.+?)(_LATE)?_(\d+)_(\d+)_.+$/s;
const CANVAS_BLIND = /^anon(?:_LATE)?_([A-Za-z0-9]+)_(\d+)_.+$/s;

/** The same for two files of one person; empty where nothing tells whose a file is. @param {Person} person */
export const keyOf = ({ lms, code }) => (lms ? `lms ${lms}` : code ? `code ${code.toLowerCase()}` : "");

/** @type {(path: string, written: string, roster: Roster | null) => { person: Person, notes: string[] }} */
export function who(path, written, roster) {
  const code = written.trim();
  const notes = code ? [] : ["no code"];
  const listed = (code && roster?.get(code.toLowerCase())) || null;
  if (roster && code && !listed) notes.push(`the code ${plainly(code)} is not in the list of codes`);
  const found = fromLms(path);
  if (found) {
    if (found.late) notes.push("handed in late");
    if (listed?.lms && listed.lms !== found.lms) notes.push(`the list of codes gives the code ${plainly(code)} to ${plainly(listed.shown)}`);
    const known = [...(roster?.values() ?? [])].find((one) => one.lms === found.lms);
    return { person: { shown: known?.shown ?? found.name, lms: found.lms, code, vouched: true }, notes };
  }
  return { person: listed ?? { shown: code || path, lms: "", code, vouched: false }, notes };
}

/** @param {string} path */
function fromLms(path) {
  const parts = path.split("/");
  for (const part of parts) {
    const [, name, lms] = MOODLE.exec(part) ?? [];
    if (lms) return { name: ["Participant", "Group"].includes(name) ? `${name} ${lms}` : name, lms, late: false };
  }
  for (const part of parts.reverse()) {
    const [, blind] = CANVAS_BLIND.exec(part) ?? [];
    if (blind) return { name: `anonymous ${blind}`, lms: blind, late: part.slice(0, 10).includes("_LATE_") };
    const [, name, late, lms] = CANVAS.exec(part) ?? [];
    if (lms) return { name, lms, late: Boolean(late) };
  }
  return null;
}

/**
 * The class's list of codes, a table with the columns code and name, and if one likes id; throws an error that says what is wrong.
 * @type {(text: string) => Roster}
 */
export function readRoster(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/).filter((line) => line.trim() && !/^sep=/i.test(line));
  const parted = [",", ";", "\t"].find((sign) => lines[0]?.includes(sign)) ?? ",";
  const [columns = [], ...rows] = lines.map((line) => cellsOf(line, parted));
  const places = ["code", "name", "id"].map((column) => columns.indexOf(column));
  if (places[0] < 0 || places[1] < 0) throw new Error("The first line of the list has to name the columns code and name.");
  /** @type {Roster} */
  const people = new Map();
  for (const row of rows) {
    const [code, name, lms] = places.map((place) => (row[place] ?? "").trim());
    if (!code) throw new Error(`A person in the list has no code: ${plainly(name)}.`);
    if (people.has(code.toLowerCase())) throw new Error(`The code ${plainly(code)} stands in the list twice.`);
    people.set(code.toLowerCase(), { shown: name || code, lms, code, vouched: false });
  }
  return people;
}

/** @type {(line: string, parted: string) => string[]} */
function cellsOf(line, parted) {
  /** @type {string[]} */
  const cells = [""];
  let quoted = false;
  for (let n = 0; n < line.length; n++) {
    if (line[n] === '"' && quoted && line[n + 1] === '"') cells[cells.length - 1] += line[++n];
    else if (line[n] === '"') quoted = !quoted;
    else if (line[n] === parted && !quoted) cells.push("");
    else cells[cells.length - 1] += line[n];
  }
  return cells.map((cell) => cell.trim());
}
