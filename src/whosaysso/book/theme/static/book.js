/* What the book's pages do beyond HTML and CSS. Loaded first in the body, so that a kept theme is
   set before anything is painted. Without it every page still reads, and both menus open. */
"use strict";
(() => {
  const root = document.documentElement;
  const wide = matchMedia("(min-width: 72em)");
  const modes = ["auto", "light", "dark"];

  // Storage may be refused (private windows, some file: settings); the theme then lasts for a page.
  const kept = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  /** @param {string} mode */
  const keep = (mode) => {
    try { localStorage.setItem("theme", mode); } catch { /* nothing to keep it in */ }
  };

  root.classList.remove("no-js");
  document.body.dataset.theme = modes.find((mode) => mode === kept()) ?? "auto";

  /** @param {HTMLElement} button */
  const themeSwitch = (button) => {
    const said = /** @type {HTMLElement} */ (button.querySelector("span"));
    /** @type {Record<string, string>} */
    const names = { auto: "as on this device", light: "light", dark: "dark" };
    const show = (/** @type {string} */ mode) => {
      document.body.dataset.theme = mode;
      said.textContent = `Theme: ${names[mode]}`;
    };
    button.hidden = false;
    show(String(document.body.dataset.theme));
    button.addEventListener("click", () => {
      // The first press always changes what is seen.
      const order = matchMedia("(prefers-color-scheme: dark)").matches
        ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
      const mode = order[(order.indexOf(String(document.body.dataset.theme)) + 1) % 3];
      keep(mode);
      show(mode);
    });
  };

  // The browser runs the popover; this tells its state to older assistive technology, and closes it
  // when its work is done: a link followed, the focus gone on into the text it covers, room beside it.
  const drawer = (/** @type {HTMLElement} */ panel) => {
    const opener = /** @type {Element} */ (document.querySelector(`.book-bar [popovertarget="${panel.id}"]`));
    const close = () => { if (panel.matches(":popover-open")) panel.hidePopover(); };
    opener.setAttribute("aria-controls", panel.id);
    opener.setAttribute("aria-expanded", "false");
    panel.addEventListener("beforetoggle", ({ newState }) => {
      opener.setAttribute("aria-expanded", String(newState === "open"));
    });
    panel.addEventListener("click", ({ target }) => { if (/** @type {Element} */ (target).closest("a")) close(); });
    document.addEventListener("focusin", ({ target }) => {
      if (target !== opener && !panel.contains(/** @type {Node} */ (target))) close();
    });
    wide.addEventListener("change", close);
  };

  // A region that scrolls sideways must be reachable by keyboard, and only while it scrolls.
  /** @param {NodeListOf<Element>} regions */
  const scrollers = (regions) => {
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth;
        const marks = { tabindex: "0", role: "group", "aria-label": "Scrolls sideways" };
        for (const [name, value] of Object.entries(marks)) {
          if (scrolls) target.setAttribute(name, value);
          else target.removeAttribute(name);
        }
      }
    });
    regions.forEach((region) => watch.observe(region));
  };

  // Sphinx writes its summary into an element made for it, which nobody hears; ours stands ready.
  /** @param {HTMLElement} results */
  const announceSearch = (results) => {
    const status = /** @type {HTMLElement} */ (document.getElementById("search-status"));
    new MutationObserver((_, watch) => {
      if (!results.querySelector(".search-summary")?.textContent) return; // still counting
      watch.disconnect();
      const found = results.querySelectorAll("ul.search > li").length;
      status.textContent = found === 0 ? "Nothing found. Try one plain word, without its ending."
        : found === 1 ? "One place found." : `${found} places found.`;
    }).observe(results, { childList: true, subtree: true });
  };

  document.addEventListener("DOMContentLoaded", () => {
    // Where the module that draws an order has not run by now, the author's order is shown.
    document.querySelectorAll("[data-order='drawn']").forEach((part) => part.removeAttribute("data-order"));
    themeSwitch(/** @type {HTMLElement} */ (document.querySelector(".theme-switch")));
    if ("popover" in HTMLElement.prototype) /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".drawer")).forEach(drawer);
    scrollers(document.querySelectorAll(".table-wrapper, .cell_output .output"));
    const results = document.getElementById("search-results");
    if (results) announceSearch(results);
  });
})();
