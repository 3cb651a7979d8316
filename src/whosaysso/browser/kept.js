// What the browser keeps, for scripts beside the runtime: they read the store, and ask the page's own parts for the rest.

/** @import { Page } from "./types" */

/** The folder of the book's pages. */
export const topOfBook = () => new URL(document.documentElement.dataset.content_root ?? "./", document.baseURI);

/** What the parts of this page build on, where it has exercises. @type {() => Page | undefined} */
export function pageHere() {
  const detail = /** @type {{page?: Page}} */ ({});
  document.querySelector("[data-work]")?.dispatchEvent(new CustomEvent("wss-page", { detail }));
  return detail.page;
}

/** What the browser keeps under keys that begin so, by the rest of the key; what is damaged is left out. @type {(start: string) => Map<string, unknown>} */
export function keptFrom(start) {
  const found = new Map();
  try {
    for (const [key, text] of Object.entries(localStorage).filter(([each]) => each.startsWith(start)))
      try {
        found.set(key.slice(start.length), JSON.parse(text));
      } catch { /* the page's bar says so */ }
  } catch { /* a store that is switched off has nothing */ }
  return found;
}
