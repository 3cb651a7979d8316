// The types of what the page for a class works with. The type checker alone reads this file; no page holds it.

import type { Attempt, HandIn } from "../browser/types";
import type { Graded } from "../kinds/types";
import type { Estimate } from "../measures/types";

/** A file that was given: how to read it, or why it cannot be. */
export interface Handed {
  path: string;
  system?: boolean;
  reason?: string;
  read?: () => Promise<DataView>;
}

export interface Person {
  shown: string;
  lms: string;
  code: string;
  vouched: boolean;
}

export type Roster = Map<string, Person>;

/** One exercise as whoever grades a class needs it. */
export interface Asked {
  question: Question;
  topic: string;
  set: string;
  form: string;
  worth: number;
  attempts: "first" | "last" | "best";
  /** Whether a machine scores this kind at all. */
  gradable: boolean;
  /** Whether a machine scores this exercise. */
  scored: boolean;
  /** What answers at random earn. */
  guessing: number;
  /** Of a poll: which question it asks again, and when. */
  asks?: string;
  when?: string;
  known: Map<string, Graded>;
}

export interface Course {
  book: string;
  largest: number;
  refusals: Record<string, string>;
  notes: Record<string, string>;
  sureness: string[];
  asked: Map<string, Asked>;
  topics: Map<string, string>;
  sets: Map<string, string>;
  forms: string[];
  scoredOf: Record<string, number>;
}

export interface Sum {
  points: number;
  of: number;
}

export interface Answer {
  asked: Asked;
  attempt: Attempt;
  number: number;
  score: number | null;
  /** Whether the file claims another score. */
  differs: boolean;
}

export interface Row {
  answers: Answer[];
  answered: number;
  total: Sum;
  topics: Map<string, Sum>;
  tests: Map<string, Sum>;
  forms: Map<string, Sum>;
  form: string;
  ungraded: boolean;
  notes: string[];
}

export interface Text {
  exercise: string;
  text: string;
  draft: boolean;
}

export interface Student {
  paths: string[];
  person: Person;
  row: Row;
  texts: Text[];
  work: HandIn;
  /** Whether the file holds what another's file holds too. */
  alike: boolean;
}

export interface Refusal {
  path: string;
  reason: string;
}

export interface Class {
  students: Student[];
  refused: Refusal[];
  system: string[];
}

/** A question with its key, of whatever kind. */
export interface Question {
  id: string;
  kind: string;
  title: string;
  prompt: string;
  version: string;
  options?: { id: string; text: string }[];
  statements?: { id: string; text: string }[];
  sources?: { id: string; text: string }[];
  classes?: { id: string; label: string }[];
  labels?: { id: string; label: string }[];
  words?: string[];
  sentences?: { from: number; to: number }[];
  range?: boolean;
  unit?: string;
  key: any;
}

/** An answer and whose it is. */
export interface Found {
  student: Student;
  answer: Answer;
}

/** Something wrong, what its reader was told, and how many said so. */
export interface Wrong {
  said: string;
  why: string;
  many: number;
}

/** One exercise, as the class answered it. */
export interface Item {
  asked: Asked;
  answers: Found[];
  facility: Estimate | null;
  discrimination: Estimate | null;
  leftBy: Student[];
  wrongs: Wrong[];
}

/** A passage and how many marked it. */
export interface Share {
  said: string;
  /** The number of its first word. */
  from: number;
  label: string;
  many: number;
  of: number;
}

/** How a class is shown. */
export interface Shown {
  found: Class;
  items: Item[];
  course: Course;
  /** Whether names are shown, and not only codes. */
  names: boolean;
  /** Whether this is to be shared: no persons, and no cell under five. */
  share: boolean;
}
