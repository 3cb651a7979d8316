// The card of one mark: its note; for an attribution who speaks and what sort of source that is; for a number five questions.

import { described } from "../../reader/marks.js";
import { named } from "../../reader/mending.js";
import { asked, element, pressable } from "./making.js";
import { FIVE_QUESTIONS, SORT_NAMES } from "./sorts.js";

/** @import { Fields, Mark } from "../../reader/types" */
/** @import { Table } from "./types" */

/** @type {(table: Table, doing: {close(): void, takeAway(mark: Mark): void}) => {show(mark: Mark | null, piece: number): void, focus(): void}} */
export function cardOf({ root, reading, points, change }, { close, takeAway }) {
  const box = root.querySelector(".wss-mark-card");
  let shown = ""; // the mark, and how far it reaches
  let full = false; // whether the card stood open for the mark before

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });

  /** @type {(mark: Mark, said: Partial<Mark>) => void} */
  const describe = ({ id }, said) => change({ marks: described(reading().marks, id, said) });
  const now = (/** @type {Mark} */ mark) => reading().marks.find(({ id }) => id === mark.id) ?? mark;
  /** @type {(mark: Mark, card: "attribution" | "number", name: string, value: string) => void} */
  const fill = (mark, card, name, value) => {
    const { [name]: _, ...rest } = now(mark)[card] ?? {};
    const filled = /** @type {Fields} */ (value ? { ...rest, [name]: value } : rest);
    describe(mark, { [card]: Object.keys(filled).length ? filled : undefined });
  };
  /** @type {(value: string, input: (value: string) => void, long?: boolean) => HTMLElement} */
  const field = (value, input, long = false) => {
    const made = long ? element("textarea", { rows: "2", maxlength: "10000", dir: "auto" }) : element("input", { type: "text", maxlength: "2000", autocomplete: "off", dir: "auto" });
    made.value = value;
    made.addEventListener("input", () => input(made.value.trim()));
    return made;
  };

  /** @type {(mark: Mark) => HTMLElement[]} */
  function questions(mark) {
    const note = asked("Your note", field(mark.note ?? "", (value) => describe(mark, { note: value || undefined }), true));
    if (mark.label === "voice") {
      const sort = element("select", {}, ...Object.entries(SORT_NAMES).map(([value, words]) => element("option", { value, selected: value === (mark.attribution?.sort ?? "") }, words)));
      sort.addEventListener("change", () => fill(mark, "attribution", "sort", sort.value));
      return [asked("Who speaks?", field(mark.attribution?.speaker ?? "", (value) => fill(mark, "attribution", "speaker", value))), asked("What sort of source is that?", sort), note];
    }
    if (mark.label !== "number") return [note];
    return [...FIVE_QUESTIONS.map(([name, question]) => asked(question, field(mark.number?.[name] ?? "", (value) => fill(mark, "number", name, value)))), note];
  }

  return {
    show(mark, piece) {
      const key = mark ? `${mark.id} ${mark.start} ${mark.end}` : "";
      if (key === shown && box.contains(root.ownerDocument.activeElement)) return; // somebody is writing in it
      if (!mark) {
        shown = "";
        box.hidden = true;
        return;
      }
      if (key === shown) full = box.querySelector("details")?.open ?? full;
      else if (shown) full = box.querySelector("details")?.open ?? full;
      shown = key;
      const label = reading().labels.find(({ id }) => id === mark.label);
      const more = element("details", { open: full }, element("summary", {}, { voice: "Who is it, and what sort of source?", number: "Five questions to this number" }[mark.label] ?? "Write a note"), ...questions(mark));
      box.replaceChildren(
        element("p", { class: "wss-mark-card-head" }, element("strong", {}, `${named(reading().cut)[piece]?.id ?? ""} ${label?.name ?? ""}`), " ", element("q", { dir: "auto" }, points().slice(mark.start, mark.end))),
        more,
        element("p", { class: "wss-buttons" }, pressable("Done", close), pressable("Take away", () => takeAway(now(mark)))),
      );
      box.hidden = false;
    },
    focus() {
      const more = box.querySelector("details");
      if (!more) return;
      more.open = true;
      /** @type {HTMLElement | null} */ (more.querySelector("input, select, textarea"))?.focus();
    },
  };
}
