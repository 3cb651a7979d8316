// Words from a file or its name, made safe to show in one line: the twin of desk/plain.py.

const LONGEST_NAME = 120;

/** @type {(text: string, longest?: number) => string} */
export function plainly(text, longest = LONGEST_NAME) {
  const signs = [...text];
  return (signs.length <= longest ? signs : [...signs.slice(0, longest - 1), "…"]).map(signAs).join("");
}

/** @param {string} sign */
function signAs(sign) {
  if (sign === " " || sign === "\u200c" || sign === "\u200d" || !/[\p{C}\p{Z}]/u.test(sign)) return sign;
  const code = Number(sign.codePointAt(0));
  /** @type {Record<string, string>} */
  const short = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  const hex = (/** @type {number} */ digits) => code.toString(16).padStart(digits, "0");
  return short[sign] ?? (code < 256 ? `\\x${hex(2)}` : code < 65_536 ? `\\u${hex(4)}` : `\\U${hex(8)}`);
}
