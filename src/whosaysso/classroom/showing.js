// What is shown of a class, section by section; a switch shows names, another makes a version to share.

import { cardOf } from "./card.js";
import { doubtsSection } from "./doubts.js";
import { FEWEST_SHARED, fromTo, inPercent, withReach } from "./figures.js";
import { element, interval, table } from "./html.js";
import { byDiscrimination } from "./items.js";
import { titleOf } from "./naming.js";
import { pollsSection, surenessSection, testsSection } from "./overview.js";
import { sliced } from "./slices.js";
import { gradesTable, itemsTable } from "./tables.js";
import { teachTomorrow } from "./teach.js";

/** @import { Shown } from "./types" */

let newest = 0; // a switch may be pressed while the class is still being drawn

/** @type {(place: HTMLElement, shown: Shown) => Promise<void>} */
export async function showClass(place, all) {
  const mine = ++newest;
  // To be shared, an exercise needs five answers.
  const shown = all.share ? { ...all, items: all.items.filter(({ answers }) => answers.length >= FEWEST_SHARED) } : all;
  const rest = sliced();
  const sections = [];
  for (const section of [teachTomorrow, testsSection, surenessSection, pollsSection, exercises, doubtsSection]) {
    sections.push(section(shown));
    await rest();
  }
  if (mine !== newest) return;
  place.replaceChildren(tools(place, all), ...sections.filter((section) => section !== null));
  const openAll = () => place.querySelectorAll("details").forEach((card) => {
    card.open = true;
    card.dispatchEvent(new Event("toggle")); // at once: a browser tells of it too late for paper
  });
  window.onbeforeprint = openAll;
}

/** @type {(shown: Shown) => HTMLElement} */
function exercises(shown) {
  const ranked = byDiscrimination(shown.items);
  return element("section", {}, element("h2", {}, "The exercises"),
    table("From the one that tells best apart to the one that does worst", ["Exercise", "Answered", "Right on average", "0 to 100 %", "Guessing", "Tells apart"], ranked.map(({ asked, answers, facility, discrimination }) => [
      element("a", { href: `#class-${asked.question.id}` }, titleOf(asked)), String(answers.length), withReach(facility),
      facility && interval(facility, asked.guessing), inPercent(asked.guessing), fromTo(discrimination)]), "wss-ranked"),
    element("p", { class: "wss-class-note" }, "An exercise tells apart where those who do well elsewhere do well here too, from −1 to 1. Nothing is told under 20 students. In brackets is what chance allows, 95 times of 100: only where all of that lies below 0 is something wrong with the exercise, or with its key."),
    element("h3", {}, "One by one"), ...shown.items.filter(({ asked }) => !asked.asks).map((item) => cardOf(item, shown)));
}

/** @type {(place: HTMLElement, shown: Shown) => HTMLElement} */
function tools(place, shown) {
  const { found, course, share } = shown;
  const downloads = share ? [] : [button("Download grades.csv", () => save("grades.csv", gradesTable(found, course))), button("Download items.csv", () => save("items.csv", itemsTable(found, course)))];
  const again = (/** @type {Partial<Shown>} */ change) => showClass(place, { ...shown, ...change });
  return element("div", { class: "wss-class-tools" }, ...downloads, button("Print", () => print()),
    !share && toggle("Show names", shown.names, (names) => again({ names })),
    toggle("A version to share: no persons, no cell under five", share, (on) => again({ share: on, names: false })));
}

/** @type {(words: string, press: () => void) => HTMLElement} */
function button(words, press) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", press);
  return made;
}

/** @type {(words: string, on: boolean, change: (on: boolean) => Promise<void>) => HTMLElement} */
function toggle(words, on, change) {
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
  box.checked = on;
  box.addEventListener("change", async () => {
    await change(box.checked);
    const next = [...document.querySelectorAll(".wss-class-tools label")].find((label) => label.textContent?.trim() === words);
    /** @type {HTMLElement | null | undefined} */ (next?.querySelector("input"))?.focus();
  });
  return element("label", {}, box, ` ${words}`);
}

/** @type {(name: string, text: string) => void} */
function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
