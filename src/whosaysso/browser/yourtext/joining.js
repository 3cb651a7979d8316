// Two readings of one text by the same reader, from two places: every mark of both, and of one mark the newer words.

/** @import { Reading } from "../../reader/types" */

/** Whether both are one reader's, as far as they can say: one without marks is anybody's. @type {(mine: Reading, given: Reading) => boolean} */
export function isSameReading(mine, given) {
  const ids = new Set([...mine.readers, ...mine.marks.map(({ id }) => id)]);
  return !mine.marks.length || !given.marks.length || [...given.readers, ...given.marks.map(({ id }) => id)].some((id) => ids.has(id));
}

/** @type {(mine: Reading, given: Reading) => {joined: Reading, added: number}} */
export function joinedReadings(mine, given) {
  const marks = new Map(mine.marks.map((mark) => [mark.id, mark]));
  let added = 0;
  for (const mark of given.marks) {
    const here = marks.get(mark.id);
    added += here ? 0 : 1;
    const newer = (/** @type {typeof mark} */ one) => Date.parse(one.modified ?? one.created);
    if (!here || newer(mark) > newer(here)) marks.set(mark.id, mark);
  }
  const known = new Set(mine.labels.map(({ id }) => id));
  const labels = [...mine.labels, ...given.labels.filter(({ id }) => !known.has(id))];
  return { added, joined: { ...mine, readers: [...new Set([...mine.readers, ...given.readers])], provenance: { ...given.provenance, ...mine.provenance }, labels, marks: [...marks.values()] } };
}
