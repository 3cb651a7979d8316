// The texts that a reader has on this device: each part of a reading, and each mark, is an entry of the store for itself,
// so that what another tab adds is never written over. "I am someone else" clears them with all else of the book.

import { isObject } from "../../kinds/verdict.js";
import { cutText } from "../../reader/cutting.js";
import { countPoints } from "../../reader/points.js";
import { isCut, isPlace } from "./file.js";

/** @import { Mark, Reading } from "../../reader/types" */
/** @import { Work } from "../types" */
/** @import { OnShelf, Shelf } from "./types" */

const UNKEPT = "This browser could not keep your last change: its store is full or switched off. Save the reading as a file before you close this page.";
const PARTS = /** @type {const} */ (["provenance", "cut", "labels", "readers"]);

/** @type {(work: Work) => Shelf} */
export function openShelf(work) {
  const now = () => new Date().toISOString();
  /** @type {(sha256: string) => Mark[]} */
  const marksOf = (sha256) => [...work.kept("text-mark")].flatMap(([name, mark]) => (name.startsWith(`${sha256}/`) ? [mark] : []));
  /** @type {(kind: string, sha256: string) => any} */
  const one = (kind, sha256) => work.kept(kind).get(sha256);

  return {
    texts() {
      const counts = new Map();
      for (const name of work.kept("text-mark").keys()) counts.set(name.slice(0, 64), (counts.get(name.slice(0, 64)) ?? 0) + 1);
      const titles = work.kept("text-provenance");
      return [...work.kept("text")].map(([sha256, { words, at }]) => /** @type {OnShelf} */ ({ sha256, title: titleOf(words, titles.get(sha256)), marks: counts.get(sha256) ?? 0, at }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    read(sha256) {
      const text = one("text", sha256);
      if (!text) return null;
      const [provenance, cut, labels, readers = []] = PARTS.map((part) => one(`text-${part}`, sha256));
      if (!isObject(text) || typeof text.words !== "string" || !Array.isArray(labels) || !labels.length) return null;
      const [points, language] = [countPoints(text.words), String(text.language ?? "")];
      const whole = Array.isArray(cut) && isCut(cut, points) ? cut : cutText(text.words); // a store may be damaged
      const fits = (/** @type {Mark} */ mark) => isObject(mark) && isPlace(mark, points.length) && labels.some(({ id }) => id === mark.label);
      return { words: text.words, sha256, language, provenance: provenance ?? {}, cut: whole, labels, marks: marksOf(sha256).filter(fits), readers: [...new Set([...readers, work.reader()])], code: "" };
    },
    keep(before, after) {
      const { sha256 } = after;
      const known = before?.sha256 === sha256 ? before : null;
      const notices = [known ? "" : work.put("text", sha256, { words: after.words, language: after.language, at: now() })];
      for (const part of PARTS) if (known?.[part] !== after[part]) notices.push(work.put(`text-${part}`, sha256, after[part]));
      const old = new Map(known?.marks.map((mark) => [mark.id, mark]));
      for (const mark of after.marks) {
        if (old.get(mark.id) !== mark) notices.push(work.put("text-mark", `${sha256}/${mark.id}`, mark));
        old.delete(mark.id);
      }
      for (const id of old.keys()) work.drop("text-mark", `${sha256}/${id}`);
      return notices.some(Boolean) ? UNKEPT : "";
    },
    drop(sha256) {
      for (const { id } of marksOf(sha256)) work.drop("text-mark", `${sha256}/${id}`);
      for (const part of PARTS) work.drop(`text-${part}`, sha256);
      work.drop("made", sha256); // the exercises that were made of it quote it
      work.drop("text", sha256);
    },
  };
}

/** What a text is called: by its reader, or by how it begins. @type {(words: string, provenance?: Record<string, string>) => string} */
export function titleOf(words, provenance) {
  const first = [...(words.split("\n")[0] ?? "")];
  return provenance?.title || first.slice(0, 70).join("") + (first.length > 70 ? "…" : "");
}
