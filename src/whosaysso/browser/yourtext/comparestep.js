// Readings of the same text set side by side: where two agree, and where a class is split. Files stay files: nothing of them is kept.

import { agreementWords, compareReadings, splitOf } from "../../reader/comparing.js";
import { named, pieceAt } from "../../reader/mending.js";
import { count } from "../words.js";
import { openReading } from "./file.js";
import { heatOf } from "./heat.js";
import { element, pressable, tableOf } from "./making.js";
import { wide } from "./seestep.js";

/** @import { ComparedLabel, Passage, Reading } from "../../reader/types" */
/** @import { Step, Table } from "./types" */

const MOST_PASSAGES = 40;

/** @type {(table: Table) => Step} */
export function compareStep(table) {
  const { root, reading, points, given, say } = table;
  const panel = root.querySelector(".wss-compared");
  const file = root.querySelector(".wss-files");
  const book = given.labels.map(({ id }) => id);
  /** @type {{name: string, reading: Reading}[]} */
  let others = [];
  /** @type {Map<string, number>} */
  let before = new Map(); // what was found the last time, by label
  let [text, mine] = ["", true];

  root.querySelector(".wss-add-files").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const refused = [];
    for (const one of [...(file.files ?? [])].sort((a, b) => a.name.localeCompare(b.name))) {
      try {
        const other = openReading(new DataView(await one.arrayBuffer()));
        if (other.sha256 !== reading().sha256) throw new Error("This is a reading of another text.");
        const name = one.name.replace(/\.json$/i, "");
        others = [...others.filter((known) => known.name !== name), { name, reading: other }];
      } catch (error) {
        refused.push(`${one.name}: ${/** @type {Error} */ (error).message}`);
      }
    }
    file.value = "";
    show();
    say([`${count(others.length, "other reading")} to compare with.`, ...refused].join(" "));
  });

  function show() {
    if (text !== reading().sha256) [others, before, text] = [[], new Map(), reading().sha256];
    const readings = [...(mine && reading().marks.length ? [{ name: "You", reading: reading() }] : []), ...others];
    if (!others.length) return panel.replaceChildren();
    if (readings.length < 2) return panel.replaceChildren(who(), element("p", {}, "One reading alone cannot be compared. Mark the text yourself, or load another."));
    const compared = compareReadings(readings.map((one) => one.reading), book);
    panel.replaceChildren(who(), ...(compared.length ? [agreement(compared, readings.length), ...compared.map((label) => passages(label, readings.map(({ name }) => name)))] : [element("p", {}, "None of these readings has a mark.")]));
    return undefined;
  }

  /** Whose readings these are, and how to begin again. */
  function who() {
    const own = element("input", { type: "checkbox", checked: mine });
    own.addEventListener("change", () => {
      mine = own.checked;
      show();
    });
    return element("div", {}, element("p", {}, element("label", {}, own, " Count my own marks in")),
      element("p", { class: "wss-help" }, `Compared: ${others.map(({ name }) => name).join(", ")}. `,
        pressable("Compare anew", () => {
          const readings = [...(mine && reading().marks.length ? [reading()] : []), ...others.map((one) => one.reading)];
          if (readings.length > 1) before = new Map(compareReadings(readings, book).flatMap(({ key, kappa, alpha }) => ((kappa ?? alpha) ? [[key, (kappa ?? alpha)?.value ?? 0]] : [])));
          others = [];
          show();
          say("The files are put aside. Change the rule of a label together, mark again, and load the new files: the figures of before stand beside the new ones.");
        })));
  }

  /** @type {(compared: ComparedLabel[], readers: number) => HTMLElement} */
  function agreement(compared, readers) {
    const measure = readers === 2 ? "kappa" : "alpha";
    const rows = compared.map(({ key, name, kappa, alpha, passages: all }) => {
      const found = kappa ?? alpha;
      const alike = all.filter(({ by }) => by.length === readers).length;
      return [name, found ? found.value.toFixed(2) : "–", found ? `${found.low.toFixed(2)} to ${found.high.toFixed(2)}` : "–", found ? agreementWords(found.value) : "cannot be said",
        `${alike} of ${all.length}`, ...(before.size ? [before.has(key) ? Number(before.get(key)).toFixed(2) : "–"] : [])];
    });
    return element("div", {}, wide("Agreement by label", tableOf(`How far ${readers} readers agree, label by label`,
      ["Label", readers === 2 ? "Cohen’s kappa" : "Krippendorff’s alpha", "95 % interval", "In words", "Passages that all marked", ...(before.size ? ["Before"] : [])], rows)),
    element("p", { class: "wss-help" }, `The ${measure} is agreement beyond chance over every word of the text: 1 is always, 0 is what chance would give. It says how alike these readers are, and not who is right.`));
  }

  /** @type {(label: ComparedLabel, names: string[]) => HTMLElement} */
  function passages({ name, shares, places, passages: all }, names) {
    const readers = names.length;
    const sorted = readers === 2 ? all : [...all].sort((a, b) => splitOf(b, readers) - splitOf(a, readers) || a.start - b.start);
    const ids = named(reading().cut);
    const item = (/** @type {Passage} */ passage) => element("li", {}, `${ids[pieceAt(reading().cut, passage.start)]?.id ?? ""} `,
      element("q", { dir: "auto" }, points().slice(passage.start, passage.end).replaceAll("\n", " ")), " · ", readers === 2 ? pair(passage, names) : share(passage, readers));
    return element("details", {}, element("summary", { "data-lm-suppress-shortcuts": "true" }, `${name}: ${readers === 2 ? "passage by passage" : "what splits you, and the heat over the text"}`),
      element("ul", {}, ...sorted.slice(0, MOST_PASSAGES).map(item)),
      ...(sorted.length > MOST_PASSAGES ? [element("p", { class: "wss-help" }, `${sorted.length - MOST_PASSAGES} more passages are not listed.`)] : []),
      ...(readers > 2 ? [heatOf(reading(), points(), places, shares, readers)] : []));
  }

  return { show, update: show };
}

/** @type {(passage: Passage, names: string[]) => string} */
const pair = ({ by }, names) => (by.length === 2 ? "both marked it" : `only ${names[by[0]] === "You" ? "you" : names[by[0]]} marked it`);

/** A question for the class where it is split, and else what it agrees on. @type {(passage: Passage, readers: number) => string} */
function share(passage, readers) {
  const said = `${passage.by.length} of ${readers} marked it.`;
  return splitOf(passage, readers) >= 0.5 ? `${said} What speaks for it, and what against?` : said;
}
