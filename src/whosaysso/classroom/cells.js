// Cells that a spreadsheet opens as they were meant, and that run nothing there: the twin of desk/spreadsheet.py.

/** So that Excel takes the file for UTF-8. */
export const MARK = "\ufeff";

/** @typedef {string | number | null} Cell */

/** The lines of a table. @param {Cell[][]} rows */
export const asTable = (rows) => rows.map((row) => `${row.map(asCell).join(",")}\n`).join("");

/** @param {Cell} cell */
function asCell(cell) {
  if (cell === null) return "";
  const text = typeof cell === "number" ? asNumber(cell, 4) : harmless(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number without needless zeros, and never with exactly three decimals. @type {(value: number, places?: number) => string} */
export function asNumber(value, places = 2) {
  const [whole, all = ""] = fixed(value, places).split(".");
  const short = all.replace(/0+$/, "");
  const decimals = short.length === 3 ? `${short}0` : short;
  return decimals ? `${whole}.${decimals}` : whole === "-0" ? "0" : whole;
}

/** Rounded as Python does: what lies exactly between goes to the even one. @type {(value: number, places: number) => string} */
export function fixed(value, places) {
  const tail = Math.abs(value) < 1e15 ? value.toFixed(60).split(".")[1].slice(places) : "";
  if (!/^50*$/.test(tail)) return value.toFixed(places);
  const below = value.toFixed(60).slice(0, -60 + places).replace(/\.$/, "");
  return Number(below.slice(-1)) % 2 ? value.toFixed(places) : below;
}

/** @param {string} cell */
export function harmless(cell) {
  if (/^(?:[\p{L}\p{N}][\p{L}\p{N}_ .:–()-]*)?$/u.test(cell)) return cell;
  const line = [...cell].map(kept).join("").replace(/([,;|])(\s*)(?=\S)/g, (found, sign, space, at, all) => found + (acts(all.slice(at + found.length)) ? "'" : ""));
  return acts(line) ? `'${line}` : line;
}

/** @param {string} sign */
const kept = (sign) => (/[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]/.test(sign) ? " " : /[\p{Cc}\p{Cs}]/u.test(sign) ? "\ufffd" : sign);

/** Whether a spreadsheet would take it for something to do. @param {string} text */
function acts(text) {
  for (const sign of text) {
    const meant = sign.normalize("NFKC");
    if (!meant.trim() || "\"'".includes(meant) || /[\p{Cf}\p{Mn}]/u.test(sign)) continue;
    return "=+-@|%\u2212".includes([...meant][0]);
  }
  return false;
}
