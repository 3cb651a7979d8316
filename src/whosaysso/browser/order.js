// The order in which a reader sees options and statements: another one for each reader, the same after a reload.
// It is drawn from the reader and the exercise; the record, paper and the key keep the author's order.

/** Puts what can stand in any order into this reader's. @type {(root: HTMLElement, exercise: string, reader: string) => void} */
export function drawOrder(root, exercise, reader) {
  const items = [...root.querySelectorAll(".wss-drawn")];
  if (!root.dataset.order || !items.length) return;
  const end = items[items.length - 1].nextSibling;
  const place = (/** @type {HTMLElement} */ item) => mixed(`${reader} ${exercise} ${item.dataset.about}`);
  items.sort((a, b) => place(a) - place(b)).forEach((item) => item.parentNode?.insertBefore(item, end));
  root.querySelectorAll(".wss-ordinal").forEach((ordinal, n) => (ordinal.textContent = String(n + 1)));
  root.dataset.order = "done";
}

/** A number of 32 bits that looks like chance: FNV-1a, its bits mixed once more as MurmurHash3 does. @param {string} text */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
