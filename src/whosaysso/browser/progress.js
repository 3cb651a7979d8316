// In every page of the book: what is finished, in the menu and where a chapter begins.

import { keptFrom, pageHere, topOfBook } from "./kept.js";
import { prefixOf } from "./prefix.js";

/** @import { Attempt } from "./types" */

/**
 * What each chapter of the path and each page of further exercises asks; the pages of the tests before, after and later; the test forms A, B and C.
 * @typedef {{book: string, pages: Record<string, string[]>, doors: string[], forms: string[]}} Path
 */

/** @param {Path} path */
export function showProgress({ book, pages, doors, forms }) {
  const root = topOfBook();
  const named = (/** @type {string} */ address) => new URL(address).pathname.slice(root.pathname.length).replace(/\.html$/, "");

  function show() {
    const start = prefixOf(book);
    const answered = new Set([...keptFrom(`${start}attempt:`).values()].map((attempt) => /** @type {Attempt | null} */ (attempt)?.exercise));
    const order = keptFrom(`${start}form:`).get("dealt");
    const ended = keptFrom(`${start}finished:`);
    const ofForm = (/** @type {number} */ n) => forms["ABC".indexOf(String(order)[n])];
    /** How many of how many are done on a page; a test is one thing to do. @type {(page: string) => [number, number]} */
    const doneOn = (page) => {
      const test = doors.includes(page) ? ofForm(doors.indexOf(page)) ?? "" : forms.find((form) => page === `exercises/${form}`);
      if (test !== undefined) return [Number(ended.has(test)), 1];
      const asked = pages[page] ?? [];
      return [asked.filter((id) => answered.has(id)).length, asked.length];
    };
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".sidebar-tree a.reference"))) {
      const [done, all] = doneOn(named(link.href));
      tick(link, done > 0 && done === all, "✓", "finished");
    }
    const page = named(document.baseURI);
    const [done, all] = doneOn(page);
    const here = document.querySelector(".wss-minutes") ?? (pages[page] && done ? lineBelowTitle() : null);
    if (here) tick(here, done > 0, done === all ? "✓ All done." : `${done} of ${all} done.`);
  }

  show();
  pageHere()?.onChange(show);
  addEventListener("storage", show); // another tab
  addEventListener("pageshow", show); // Back
}

/** Where a page of exercises, which says no minutes, says how many of them are done. */
function lineBelowTitle() {
  const line = document.createElement("p");
  line.className = "wss-minutes";
  document.querySelector("h1")?.after(line);
  return line;
}

/** @type {(place: Element, yes: boolean, text: string, name?: string) => void} */
function tick(place, yes, text, name) {
  const old = place.querySelector(".book-done");
  if (!yes) return old?.remove();
  const mark = old ?? document.createElement("span");
  mark.className = "book-done";
  mark.textContent = text;
  if (name) {
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", name);
  }
  if (!old) place.append(" ", mark);
}
