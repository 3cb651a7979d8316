// What a teacher should know of single files: scores that are claimed and not earned, files alike, faults, each by name.

import { element, table } from "./html.js";
import { nameOf } from "./naming.js";
import { plainly } from "./plain.js";

/** @import { Shown } from "./types" */

/** @type {(shown: Shown) => HTMLElement | null} */
export function doubtsSection(shown) {
  const { found, share } = shown;
  if (share) return null;
  const noted = found.students.filter(({ row }) => row.notes.length);
  const claims = found.students.filter(({ row }) => row.answers.some(({ differs }) => differs));
  const alike = found.students.filter((student) => student.alike);
  const said = [`${claims.length} with scores that the answers do not earn`, `${alike.length} with answers or a beginning that another file has too`, `${found.refused.length} not graded`];
  return element("section", {}, element("h2", {}, "Single files"), element("p", {}, `${said.join("; ")}.`),
    noted.length > 0 && table("Notes", ["Student", "File", "Note"], noted.map((student) =>
      [nameOf(student, shown), plainly(student.paths.join(", ")), plainly(student.row.notes.join("; "), 600)])),
    found.refused.length > 0 && table("Not graded", ["File", "Why"], found.refused.map(({ path, reason }) => [plainly(path), plainly(reason, 300)])));
}
