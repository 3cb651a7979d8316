// Whether what was handed out before is older than what would be handed out now.

import { hashText } from "../../reader/hashing.js";
import { keyFile } from "./handing.js";

/** @import { Reading } from "../../reader/types" */
/** @import { Authored, Bundle } from "./types" */

const GIVEN = { file: "the students’ file", key: "the key", book: "the files for the book" };

/** What all three files are made of, as a hash. @type {(bundle: Bundle, reading: Reading, items: Authored[]) => string} */
export const stateOf = (bundle, reading, items) => hashText(`${keyFile(bundle, reading, items)} ${bundle.whole}`);

/** Which files were saved before something was changed, in words. @type {(bundle: Bundle, state: () => string) => string} */
export function outdated({ given = {} }, state) {
  const now = Object.keys(given).length ? state() : "";
  const old = Object.entries(GIVEN).flatMap(([name, words]) => (given[name] && given[name] !== now ? [words] : []));
  return old.length ? `Something is different since you saved ${old.join(" and ")}: save ${old.length > 1 ? "them" : "it"} anew.` : "";
}
