// Taking back one change and no other: what was marked or written since, here or in another tab, stays.

/** @import { Reading } from "./types" */

/** What takes a change back, to be put to the reading as it will be then. @type {(before: Reading, next: Partial<Reading>) => (now: Reading) => Partial<Reading>} */
export function takingBack(before, { marks, ...rest }) {
  const whole = Object.fromEntries(Object.keys(rest).map((name) => [name, before[/** @type {keyof Reading} */ (name)]]));
  if (!marks) return () => whole;
  const [old, made] = [new Set(before.marks), new Set(marks)];
  const gone = before.marks.filter((mark) => !made.has(mark)); // taken away, or as they were before they changed
  const touched = new Set([...gone, ...marks.filter((mark) => !old.has(mark))].map(({ id }) => id));
  return (now) => ({ ...whole, marks: [...now.marks.filter(({ id }) => !touched.has(id)), ...gone] });
}
