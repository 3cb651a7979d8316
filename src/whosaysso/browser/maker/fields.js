// What stands in the fields of a form, as it is taken: in its normal form, and nothing where nothing is written.

import { normalText } from "../../reader/normal.js";

/** @import { Row } from "./types" */

export const tidy = (/** @type {string | undefined} */ text) => normalText(text ?? "");
export const line = (/** @type {string | undefined} */ text) => tidy(text).replaceAll("\n", " ");
export const linesOf = (/** @type {string | undefined} */ text) => tidy(text).split("\n").map((one) => one.trim()).filter(Boolean);
/** Rows that say something, each with an id. @type {(rows: Row[], sign: string, name?: string) => (Row & {id: string})[]} */
export const toldRows = (rows, sign, name = "text") => rows.map((row, n) => ({ ...row, [name]: line(row[name]), why: tidy(row.why), id: `${sign}${n + 1}` })).filter((row) => row[name]);
