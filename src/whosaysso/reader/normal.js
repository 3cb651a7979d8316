// A text as it is hashed and marked, whoever copied it from where: the twin of normal.py, which says why in each step.

const LINE_END = /\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]/g;
const NOT_SEEN = /[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g;
const HALF = /[\ud800-\udfff]/gu; // alone: "u" lets a pair be one sign
const SPACES = /[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** @type {(text: string) => string} */
export const normalText = (text) =>
  text.replace(LINE_END, "\n").replace(NOT_SEEN, "").replace(HALF, "\ufffd").normalize("NFC")
    .replace(SPACES, " ").replace(/^ | $/gm, "").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
