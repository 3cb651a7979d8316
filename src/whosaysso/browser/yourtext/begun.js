// A text as somebody pastes it, made into a reading that has no marks yet.

import { cutText } from "../../reader/cutting.js";
import { hashText } from "../../reader/hashing.js";
import { guessLanguage } from "../../reader/language.js";
import { normalText } from "../../reader/normal.js";
import { countPoints } from "../../reader/points.js";
import { LONGEST } from "./file.js";

/** @import { Label, Reading } from "../../reader/types" */

export const TOO_LONG = (/** @type {number} */ many) => `This text has ${many.toLocaleString("en")} signs, and this page takes at most ${LONGEST.toLocaleString("en")}. Bring a part of it.`;

/** What is no text is refused with a sentence. @type {(pasted: string, labels: Label[]) => Reading} */
export function begunReading(pasted, labels) {
  const words = normalText(pasted);
  const many = countPoints(words).length;
  if (!/[\p{L}\p{N}]/u.test(words)) throw new Error("There is no text yet. Paste one into the field above.");
  if (many > LONGEST) throw new Error(TOO_LONG(many));
  const language = guessLanguage(words);
  return { words, sha256: hashText(words), language, provenance: {}, cut: cutText(words, language), labels, marks: [], readers: [], code: "" };
}
