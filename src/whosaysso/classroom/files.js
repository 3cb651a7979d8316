// The files that a teacher gave, in the order in which the desk reads a folder: the twin of desk/files.py.
// A page that was opened from a disk may not look into a folder that is dropped, so a folder comes by the picker.

import { filesInZip, isSystem, isZip } from "./zip.js";

/** @import { Handed } from "./types" */

/** @type {(files: File[], largest: number) => Promise<Handed[]>} */
export async function handedIn(files, largest) {
  if (files.length === 1 && isZip(files[0].name)) return filesInZip(files[0], "", largest);
  const given = files.map((file) => ({ file, path: withoutTop(file.webkitRelativePath) || file.name })).sort(asInFolder);
  /** @type {Handed[]} */
  const found = [];
  for (const { file, path } of given) {
    if (isZip(path)) found.push(...await filesInZip(file, `${path}/`, largest));
    else found.push({ path, system: isSystem(path), read: async () => new DataView(await file.slice(0, largest + 1).arrayBuffer()) });
  }
  return found;
}

/** The path inside the folder that was picked. @param {string | undefined} path */
const withoutTop = (path) => (path ?? "").split("/").slice(1).join("/");

/** Files before folders, and both by name. @type {(a: { path: string }, b: { path: string }) => number} */
function asInFolder({ path: a }, { path: b }) {
  const [mine, theirs] = [a.split("/"), b.split("/")];
  for (let n = 0; ; n++) {
    const [last, other] = [n === mine.length - 1, n === theirs.length - 1];
    if (last !== other) return last ? -1 : 1;
    if (mine[n] !== theirs[n]) return mine[n] < theirs[n] ? -1 : 1;
    if (last) return 0;
  }
}
