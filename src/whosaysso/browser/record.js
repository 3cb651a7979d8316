// What is recorded of a reader, and what such a record has to be: whoever reads the store or a file asks here.

import { isObject } from "../kinds/verdict.js";

/** @import { Attempt, Draft } from "./types" */

/** A moment as it is written; Date.parse would take more, and the 30th of February too. @param {unknown} value */
export const isMoment = (value) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
  && !Number.isNaN(Date.parse(value)) && new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10));

/** Whether this is an order of the three test forms, such as BCA. @type {(order: unknown) => order is string} */
export const isForm = (order) => typeof order === "string" && [...order].sort().join("") === "ABC";
/** @param {unknown} value */
export const isId = (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
/** @param {unknown} value */
export const isName = (value) => typeof value === "string" && /^[a-z][a-z0-9-]{0,99}$/.test(value);
/** @param {unknown} value */
const isVersion = (value) => typeof value === "string" && /^[0-9a-f]{12}$/.test(value);
/** @param {unknown} value */
const isUnit = (value) => value == null || (typeof value === "number" && value >= 0 && value <= 1);
/** An answer is an object, and nested no deeper than any of ours. @type {(value: unknown, left?: number) => boolean} */
const shallow = (value, left = 8) => typeof value !== "object" || (left > 0 && Object.values(value ?? {}).every((inner) => shallow(inner, left - 1)));
/** @param {unknown} value */
const isResponse = (value) => isObject(value) && shallow(value);

/** @type {(a: unknown) => a is Attempt} */
export const isAttempt = (a) =>
  isObject(a) && isId(a.id) && isName(a.exercise) && isVersion(a.version) && isResponse(a.response)
  && isUnit(a.confidence) && isUnit(a.claimed) && isMoment(a.at) && (a.rules == null || Number(a.rules) >= 1);

/** @type {(d: unknown) => d is Draft} */
export const isDraft = (d) => isObject(d) && isResponse(d.response) && isMoment(d.at) && (d.version == null || isVersion(d.version));
