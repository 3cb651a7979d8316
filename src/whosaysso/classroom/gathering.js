// A whole class: every file read once, one person's files put together, and what looks like a copy told.
// The twin of desk/classes.py and desk/grading.py.

import { readHandIn } from "../browser/reading.js";
import { addTo, rowOf, textsOf, timeOf } from "./counting.js";
import { keyOf, who } from "./people.js";
import { plainly } from "./plain.js";
import { sliced } from "./slices.js";

/** @import { HandIn } from "../browser/types" */
/** @import { Class, Course, Handed, Refusal, Roster, Student } from "./types" */

/**
 * Grade every file. `progress` hears now and then how many are done.
 * @type {(files: Handed[], course: Course, roster: Roster | null, progress: (done: number, all: number) => void) => Promise<Class>}
 */
export async function gradeClass(files, course, roster, progress) {
  /** @type {Class} */
  const found = { students: [], refused: [], system: files.filter((file) => file.system).map((file) => file.path) };
  const handed = files.filter((file) => !file.system);
  /** @type {Map<number, Student>} */
  const rows = new Map();
  const rest = sliced();
  for (const [number, file] of handed.entries()) {
    const came = await opened(file, course);
    if ("reason" in came) found.refused.push(came);
    else rows.set(number, studentOf([file.path], came.work, came.notes, course, roster));
    if (await rest()) progress(number + 1, handed.length);
  }
  putTogether(rows, course, roster);
  tellCopies(rows);
  found.students = [...rows.values()].sort(byName);
  return found;
}

/** @type {(file: Handed, course: Course) => Promise<Refusal | { work: HandIn, notes: string[] }>} */
async function opened({ path, reason, read }, course) {
  if (reason || !read) return { path, reason: reason ?? "this file cannot be read" };
  let bytes;
  try {
    bytes = await read();
  } catch (error) {
    return { path, reason: error instanceof RangeError ? error.message : course.refusals.unreadable };
  }
  if (bytes.byteLength > course.largest) return { path, reason: course.refusals.large };
  try {
    const { work, note } = readHandIn(bytes, course.book);
    if (!work.attempts.length && !Object.keys({ ...work.drafts, ...work.finished }).length) return { path, reason: "there is no answer in this file" };
    return { work: { ...work, attempts: inTime(work.attempts) }, notes: note ? [course.notes[note]] : [] };
  } catch (error) {
    return { path, reason: course.refusals[error instanceof Error ? error.message : ""] ?? course.refusals.fields };
  }
}

/** Of two attempts of one moment, the one that stands first was first. @param {HandIn["attempts"]} attempts */
const inTime = (attempts) => [...attempts].sort((a, b) => timeOf(a.at) - timeOf(b.at));

/** @type {(paths: string[], work: HandIn, notes: string[], course: Course, roster: Roster | null) => Student} */
function studentOf(paths, work, notes, course, roster) {
  const { person, notes: told } = who(paths[0], work.code ?? "", roster);
  const [texts, row] = [textsOf(work, course), rowOf(work, course)];
  const toRead = texts.length ? [`${texts.length} text${texts.length > 1 ? "s" : ""} for a person to read`] : [];
  row.notes = [...told, ...notes, ...row.notes, ...toRead];
  return { paths, person, row, texts, work, alike: false };
}

/** One row for the files of one person, where the LMS or the files themselves say that it is one. @type {(rows: Map<number, Student>, course: Course, roster: Roster | null) => void} */
function putTogether(rows, course, roster) {
  /** @type {Map<string, number[]>} */
  const same = new Map();
  for (const [number, { person }] of rows) if (keyOf(person)) addTo(same, keyOf(person), number);
  let free = Math.max(0, ...rows.keys()) + 1;
  for (const numbers of [...same.values()].filter((each) => each.length > 1)) {
    /** @type {{ group: number[], work: HandIn }[]} */
    const groups = [];
    const vouched = numbers.every((number) => rows.get(number)?.person.vouched);
    for (const number of numbers) {
      const { work } = /** @type {Student} */ (rows.get(number));
      const one = groups.find((each) => vouched || isOf(work, each.work));
      if (one) [one.group, one.work] = [[...one.group, number], together(work, one.work)];
      else groups.push({ group: [number], work });
    }
    for (const one of groups.filter(({ group }) => group.length > 1)) {
      const paths = one.group.flatMap((number) => rows.get(number)?.paths ?? []);
      one.group.forEach((number) => rows.delete(number));
      const student = studentOf(paths, one.work, [], course, roster);
      student.row.notes.push(`${paths.length} files, put together: ${listed(paths)}`);
      rows.set(free, student);
      one.group = [free++];
    }
    if (groups.length < 2) continue;
    for (const { group: [mine] } of groups) {
      const others = groups.filter(({ group }) => group[0] !== mine).flatMap(({ group }) => rows.get(group[0])?.paths ?? []);
      rows.get(mine)?.row.notes.push(`somebody else’s file has the same code: ${listed(others)}`);
    }
  }
}

/** @param {HandIn} work */
const isEmpty = (work) => !work.attempts.length && !Object.keys({ ...work.drafts, ...work.finished }).length;

/** @type {(one: HandIn, other: HandIn) => boolean} */
function isOf(one, other) {
  const ids = new Set([...other.readers, ...other.attempts.map((a) => a.id)]);
  return isEmpty(one) || isEmpty(other) || [...one.readers, ...one.attempts.map((a) => a.id)].some((id) => ids.has(id));
}

/** Both together: the twin of HandIn.merged. @type {(one: HandIn, other: HandIn) => HandIn} */
function together(one, other) {
  const [mine, theirs] = Object.keys(one.finished).length || !Object.keys(other.finished).length ? [one, other] : [other, one];
  const drafts = { ...other.drafts };
  for (const [name, draft] of Object.entries(one.drafts)) if (!Object.hasOwn(drafts, name) || timeOf(draft.at) >= timeOf(drafts[name].at)) drafts[name] = draft;
  const attempts = inTime([...new Map([...other.attempts, ...one.attempts].map((a) => [a.id, a])).values()]);
  return { ...one, attempts, drafts, finished: { ...other.finished, ...one.finished }, readers: [...new Set([...one.readers, ...other.readers])], form: mine.form ?? theirs.form };
}

/** Say in both rows where one holds answers, or was begun in a place, that belong to another's. @param {Map<number, Student>} rows */
function tellCopies(rows) {
  /** @typedef {Map<number, number>} Others How many ids each other row has in common. */
  /** @type {Map<number, { attempts: Others, readers: Others }>} */
  const told = new Map();
  for (const what of /** @type {const} */ (["attempts", "readers"])) {
    /** @type {Map<string, number>} */
    const first = new Map();
    /** @type {Map<number, Others>} */
    const shared = new Map();
    for (const [number, { work }] of [...rows].sort(([a], [b]) => a - b)) {
      for (const id of new Set(what === "attempts" ? work.attempts.map((a) => a.id) : work.readers)) {
        const owner = first.get(id) ?? number;
        first.set(id, owner);
        if (owner === number) continue;
        const mine = shared.get(number) ?? new Map();
        shared.set(number, mine.set(owner, (mine.get(owner) ?? 0) + 1));
      }
    }
    for (const [number, others] of shared) for (const [owner, many] of [...others].sort(([a], [b]) => a - b)) {
      for (const [row, other] of [[number, owner], [owner, number]]) {
        if (!told.has(row)) told.set(row, { attempts: new Map(), readers: new Map() });
        told.get(row)?.[what].set(other, many);
      }
    }
  }
  for (const [number, { attempts, readers }] of told) {
    const student = /** @type {Student} */ (rows.get(number));
    student.alike = true;
    const names = (/** @type {Others} */ others) => listed([...others.keys()].flatMap((other) => rows.get(other)?.paths.slice(0, 1) ?? []));
    const many = Math.max(...attempts.values());
    if (attempts.size) student.row.notes.push(`${many > 1 ? `${many} of these answers are` : "one of these answers is"} in another’s file too: ${names(attempts)}`);
    else student.row.notes.push(`begun in the same place as another’s file: ${names(readers)}`);
  }
}

/** @param {string[]} paths */
const listed = (paths) => paths.slice(0, 3).map((path) => plainly(path)).join(", ") + (paths.length > 3 ? ` and ${paths.length - 3} more` : "");

/** @type {(a: Student, b: Student) => number} */
function byName(a, b) {
  const [one, other] = [a.person.shown.toLowerCase(), b.person.shown.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : a.paths.join("\0") < b.paths.join("\0") ? -1 : 1;
}
