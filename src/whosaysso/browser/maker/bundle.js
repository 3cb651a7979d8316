// What is kept of exercises that are made: a store may be damaged, so it is looked at before it is shown.

import { isObject } from "../../kinds/verdict.js";
import { isName } from "../record.js";
import { KIND_NAMES } from "./sketching.js";

/** @import { Bundle, Sketch } from "./types" */

/** @param {unknown} value */
const isWritten = (value) => typeof value === "string";
/** @param {unknown} value */
const areWritten = (value) => isObject(value) && Object.values(value).every(isWritten);

/** @type {(value: unknown) => value is Sketch} */
const isSketch = (value) =>
  isObject(value) && isName(value.id) && isWritten(value.kind) && Object.hasOwn(KIND_NAMES, String(value.kind)) && isWritten(value.title) && isWritten(value.prompt)
  && (value.span === null || (Array.isArray(value.span) && value.span.length === 2 && value.span.every(Number.isInteger)))
  && Array.isArray(value.rows) && value.rows.every(areWritten) && areWritten(value.said) && areWritten(value.why) && areWritten(value.heads ?? {}) && Array.isArray(value.labels) && value.labels.every(isWritten);

/** @type {(value: unknown) => value is Bundle} */
export const isBundle = (value) =>
  isObject(value) && isName(value.book) && isWritten(value.title) && (value.reads === "sound" || value.reads === "opposite") && typeof value.whole === "boolean" && areWritten(value.given ?? {})
  && Array.isArray(value.sketches) && value.sketches.every(isSketch);
