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
  const keep = (mode) => {
    try { localStorage.setItem("theme", mode); } catch { /* nothing to keep it in */ }
  };

  root.classList.remove("no-js");
  document.body.dataset.theme = modes.includes(kept()) ? kept() : "auto";

  const themeSwitch = (button) => {
    const names = { auto: "as on this device", light: "light", dark: "dark" };
    const show = (mode) => {
      document.body.dataset.theme = mode;
      button.querySelector("span").textContent = `Theme: ${names[mode]}`;
    };
    button.hidden = false;
    show(document.body.dataset.theme);
    button.addEventListener("click", () => {
      // The first press always changes what is seen.
      const order = matchMedia("(prefers-color-scheme: dark)").matches
        ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
      const mode = order[(order.indexOf(document.body.dataset.theme) + 1) % 3];
      keep(mode);
      show(mode);
    });
  };

  // The browser runs the popover; this tells its state to older assistive technology, and closes it
  // when its work is done: a link followed, the focus gone on into the text it covers, room beside it.
  const drawer = (panel) => {
    const opener = document.querySelector(`.book-bar [popovertarget="${panel.id}"]`);
    const close = () => { if (panel.matches(":popover-open")) panel.hidePopover(); };
    opener.setAttribute("aria-controls", panel.id);
    opener.setAttribute("aria-expanded", false);
    panel.addEventListener("beforetoggle", ({ newState }) => {
      opener.setAttribute("aria-expanded", newState === "open");
    });
    panel.addEventListener("click", ({ target }) => { if (target.closest("a")) close(); });
    document.addEventListener("focusin", ({ target }) => {
      if (target !== opener && !panel.contains(target)) close();
    });
    wide.addEventListener("change", close);
  };

  // A region that scrolls sideways must be reachable by keyboard, and only while it scrolls.
  const scrollers = (regions) => {
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth;
        const marks = { tabindex: 0, role: "group", "aria-label": "Scrolls sideways" };
        for (const [name, value] of Object.entries(marks)) {
          if (scrolls) target.setAttribute(name, value);
          else target.removeAttribute(name);
        }
      }
    });
    regions.forEach((region) => watch.observe(region));
  };

  // Sphinx writes its summary into an element made for it, which nobody hears; ours stands ready.
  const announceSearch = (results) => {
    const status = document.getElementById("search-status");
    new MutationObserver((_, watch) => {
      if (!results.querySelector(".search-summary")?.textContent) return; // still counting
      watch.disconnect();
      const found = results.querySelectorAll("ul.search > li").length;
      status.textContent = found === 0 ? "Nothing found. Try one plain word, without its ending."
        : found === 1 ? "One place found." : `${found} places found.`;
    }).observe(results, { childList: true, subtree: true });
  };

  document.addEventListener("DOMContentLoaded", () => {
    themeSwitch(document.querySelector(".theme-switch"));
    if ("popover" in HTMLElement.prototype) document.querySelectorAll(".drawer").forEach(drawer);
    scrollers(document.querySelectorAll(".table-wrapper, .cell_output .output"));
    const results = document.getElementById("search-results");
    if (results) announceSearch(results);
  });
})();
