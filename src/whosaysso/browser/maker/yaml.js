// Plain data as YAML that people can go on writing in: keys and lists in lines, every text in quotation marks.
// A list in a list stands in one line.

import { isObject } from "../../kinds/verdict.js";

/** @type {(value: unknown, indent?: string) => string} */
export function yamlOf(value, indent = "") {
  if (Array.isArray(value) && !value.length) return "[]";
  if (Array.isArray(value)) return value.map((one) => `${indent}- ${isObject(one) ? yamlOf(one, `${indent}  `).slice(indent.length + 2) : `${JSON.stringify(one)}\n`}`).join("");
  if (!isObject(value)) return JSON.stringify(value);
  return Object.entries(value).map(([name, inner]) => {
    const nested = isObject(inner) || (Array.isArray(inner) && inner.length);
    return `${indent}${name}:${nested ? `\n${yamlOf(inner, `${indent}  `)}` : ` ${yamlOf(inner)}\n`}`;
  }).join("");
}
