// The types of a reading. The type checker alone reads this file; no page holds it.

import type { Estimate } from "../measures/types";

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

/** A sentence or heading with what is marked in it; `by` has the marked words by the label's id. */
export interface Seen {
  id: string;
  heading: boolean;
  words: number;
  start: number;
  by: Record<string, string[]>;
  speakers: string[];
  sorts: string[];
}

/** Somebody who speaks; `said` where the reader wrote who it is. */
export interface SeenVoice {
  speaker: string;
  said: boolean;
  sorts: string[];
  places: string[];
}

/** A number, its owner as its card says, and who is named in its sentence. */
export interface SeenNumber {
  place: string;
  words: string;
  owner: string;
  near: string;
  card: Fields;
}

/** Words that stand together, marked by at least one reader: the numbers of those who did. */
export interface Passage extends Line {
  by: number[];
}

/** How far readings agree on one label. */
export interface ComparedLabel {
  key: string;
  name: string;
  /** Of two readings. */
  kappa: Estimate | null;
  /** Of more than two. */
  alpha: Estimate | null;
  /** The words that each reader marked. */
  marked: number[];
  /** How many readers marked each word, and where it stands. */
  shares: number[];
  places: Line[];
  passages: Passage[];
}

/** Words to look at, and the rule by which. */
export interface Prompt extends Line {
  why: string;
}

/** A short list of words for one label. */
export interface PromptList {
  label: string;
  title: string;
  rules: { id: string; why: string; words: string[]; digits?: boolean }[];
}
