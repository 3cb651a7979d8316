// A file's bytes as text and its text as JSON, strictly: what two programs could read in two ways is refused.

/**
 * The text of a file, and the name of what there is to say of it. Throws an error whose message is the name of a refusal.
 * @type {(bytes: DataView) => [string, string]}
 */
export function decoded(bytes) {
  const [first, second] = [0, 1].map((n) => (n < bytes.byteLength ? bytes.getUint8(n) : -1));
  const wide = (first === 0xff && second === 0xfe) || second === 0 ? "utf-16le" : (first === 0xfe && second === 0xff) || first === 0 ? "utf-16be" : "";
  try {
    return [new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes), wide ? "utf16" : first === 0xef && second === 0xbb ? "marked" : ""];
  } catch {
    throw new Error("binary");
  }
}

/** Throws as well. @param {string} text */
export function parsed(text) {
  let long = false;
  let found;
  try {
    found = JSON.parse(text, (_, value) => {
      long ||= typeof value === "number" && Math.abs(value) >= 1e300;
      return value;
    });
  } catch {
    throw new Error("damaged");
  }
  if (long) throw new Error("number");
  if (namedTwice(text)) throw new Error("twice");
  return /** @type {unknown} */ (found);
}

/** Whether a name stands twice in one object, of which JSON.parse would take the last in silence. @param {string} text */
function namedTwice(text) {
  /** @type {Set<string>[]} */
  const open = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]+|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":")) {
      const names = open[open.length - 1];
      const name = JSON.parse(token.slice(0, -1));
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
}
