// The types of a reading. The type checker alone reads this file; no page holds it.

/** A text whose places are counted in code points. */
export interface Counted {
  words: string;
  length: number;
  /** The unit of UTF-16 at which a code point begins, and back. */
  unit(point: number): number;
  point(unit: number): number;
  slice(start: number, end: number): string;
}

/** Where a sentence may end, and where the next one would begin. */
export interface Ending {
  end: number;
  begin: number;
}

/** A paragraph, of one line or of several; `close` where no empty line stands before it. */
export interface Paragraph {
  start: number;
  text: string;
  close: boolean;
}

export interface Line {
  start: number;
  end: number;
}

/** One piece of the cut, from `start` up to `end` in code points. */
export interface Piece extends Line {
  role: "heading" | "sentence" | "item";
  paragraph: number;
}

/** A piece with the number that readers see: P3.4, or H2 for a heading. */
export interface Named extends Piece {
  id: string;
}

export interface Label {
  id: string;
  name: string;
  rule?: string;
}

export type Fields = Record<string, string>;

/** A mark: words under a label, and what its reader says of them. */
export interface Mark extends Line {
  id: string;
  label: string;
  created: string;
  modified?: string;
  note?: string;
  attribution?: Fields;
  number?: Fields;
}

/** A text as one reader read it. The order of marks means nothing. */
export interface Reading {
  words: string;
  sha256: string;
  language: string;
  provenance: Fields;
  cut: Piece[];
  labels: Label[];
  marks: Mark[];
  readers: string[];
  code: string;
}
