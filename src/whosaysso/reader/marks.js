// What a reader does with marks: every change gives the marks anew, and keeps whatever was said of them.

/** @import { Line, Mark } from "./types" */

/** @type {(one: Line, other: Line) => boolean} */
export const overlap = (one, other) => one.start < other.end && other.start < one.end;

/** A random id as RFC 9562 has it (version 4), also where the browser makes none. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const moment = () => new Date().toISOString().replace(/\.\d+/, ""); // whole seconds, as Python writes them

/** The words marked; what has the label there already grows, and becomes one mark. @type {(marks: Mark[], label: string, span: Line) => {marks: Mark[], mark: Mark}} */
export function marked(marks, label, { start, end }) {
  const met = marks.filter((mark) => mark.label === label && overlap(mark, { start, end }));
  if (!met.length) {
    const mark = { id: newId(), label, start, end, created: moment() };
    return { marks: [...marks, mark], mark };
  }
  const notes = [...new Set(met.map(({ note }) => note).filter(Boolean))];
  const [attribution, number] = [met.find((mark) => mark.attribution)?.attribution, met.find((mark) => mark.number)?.number];
  const mark = {
    ...met[0],
    start: Math.min(start, ...met.map((one) => one.start)),
    end: Math.max(end, ...met.map((one) => one.end)),
    modified: moment(),
    ...(notes.length ? { note: notes.join("\n") } : {}),
    ...(attribution ? { attribution } : {}),
    ...(number ? { number } : {}),
  };
  return { marks: [...marks.filter((one) => !met.includes(one)), mark], mark };
}

/** The words no longer under the label: marks end before them, begin behind them, or are two. @type {(marks: Mark[], label: string, span: Line) => Mark[]} */
export const unmarked = (marks, label, { start, end }) =>
  marks.flatMap((mark) => {
    if (mark.label !== label || !overlap(mark, { start, end })) return [mark];
    const before = mark.start < start ? [{ ...mark, end: start, modified: moment() }] : [];
    const after = end < mark.end ? [{ ...mark, start: end, modified: moment(), ...(before.length ? { id: newId() } : {}) }] : [];
    return [...before, ...after];
  });

/** One mark with something said of it, or no longer said. @type {(marks: Mark[], id: string, said: Partial<Mark>) => Mark[]} */
export const described = (marks, id, said) => marks.map((mark) => (mark.id === id ? withoutNothing({ ...mark, ...said, modified: moment() }) : mark));

/** @type {(mark: Mark) => Mark} */
function withoutNothing(mark) {
  const said = Object.entries(mark).filter(([, value]) => value !== "" && value !== undefined);
  return /** @type {Mark} */ (Object.fromEntries(said));
}
