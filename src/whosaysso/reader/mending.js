// Mending a cut by hand: a sentence ends earlier or goes on, a paragraph begins, a line is a heading after all.

/** @import { Counted, Named, Piece } from "./types" */

/** @type {(cut: Piece[]) => Named[]} */
export function named(cut) {
  let [before, number] = ["", 0];
  return cut.map((piece) => {
    const paragraph = `${piece.role === "heading" ? "H" : "P"}${piece.paragraph}`;
    number = paragraph === before ? number + 1 : 1;
    before = paragraph;
    return { ...piece, id: piece.role === "heading" && number === 1 ? paragraph : `${paragraph}.${number}` };
  });
}

/** A piece, and whether a paragraph begins with it. @typedef {Piece & {opens: boolean}} Open */

/** @type {(cut: Piece[]) => Open[]} */
const opened = (cut) => cut.map((piece, n) => ({ ...piece, opens: n === 0 || piece.paragraph !== cut[n - 1].paragraph || (piece.role === "heading") !== (cut[n - 1].role === "heading") }));

/** Paragraphs and headings counted anew. @type {(pieces: Open[]) => Piece[]} */
function renumbered(pieces) {
  const numbers = { heading: 0, other: 0 };
  return pieces.map(({ opens, ...piece }, n) => {
    const kind = piece.role === "heading" ? "heading" : "other";
    const turns = n > 0 && (pieces[n - 1].role === "heading") !== (kind === "heading");
    if (opens || turns || kind === "heading" || !numbers[kind]) numbers[kind] += 1;
    return { ...piece, paragraph: numbers[kind] };
  });
}

/** The number of the piece in which a place lies. @type {(cut: Piece[], place: number) => number} */
export const pieceAt = (cut, place) => cut.findIndex((piece) => place < piece.end);

/**
 * A sentence begins at this place; where one does already, it is joined to the one before.
 * @type {(cut: Piece[], place: number, text: Counted) => Piece[]}
 */
export function turned(cut, place, { slice }) {
  const n = pieceAt(cut, place);
  const pieces = opened(cut);
  const piece = pieces[n];
  if (!piece) return cut;
  if (piece.start < place) {
    const end = piece.start + [...slice(piece.start, place).trimEnd()].length;
    return renumbered([...pieces.slice(0, n), { ...piece, end }, { ...piece, start: place, opens: piece.role === "heading" }, ...pieces.slice(n + 1)]);
  }
  if (!n) return cut;
  const joined = { ...pieces[n - 1], end: piece.end };
  return renumbered([...pieces.slice(0, n - 1), joined, ...pieces.slice(n + 1)]);
}

/** The piece is what it is said to be; a heading stands alone. @type {(cut: Piece[], n: number, role: Piece["role"]) => Piece[]} */
export const called = (cut, n, role) =>
  renumbered(opened(cut).map((piece, at) => (at === n ? { ...piece, role, opens: piece.opens || role === "heading" || piece.role === "heading" } : at === n + 1 && (role === "heading") !== (cut[n].role === "heading") ? { ...piece, opens: true } : piece)));

/** A paragraph begins with this piece, or no longer does. @type {(cut: Piece[], n: number, opens: boolean) => Piece[]} */
export const begun = (cut, n, opens) => renumbered(opened(cut).map((piece, at) => (at === n ? { ...piece, opens } : piece)));

/** Whether a paragraph begins with this piece. @type {(cut: Piece[], n: number) => boolean} */
export const begins = (cut, n) => opened(cut)[n]?.opens ?? false;
