// The types of what a reader's judgement is made of. The type checker alone reads this file; no page holds it.

import type { Attempt, Counted } from "../types";

/** What a link needs; a notebook has no page, and an exercise is shown there by its id. */
export interface Linked {
  id?: string;
  title: string;
  href: string | null;
}

/** An exercise, as results and practice know it. */
export interface Judged extends Counted {
  title: string;
  href: string | null;
  /** Whether it is of the core path. */
  core: boolean;
  /** What guessing earns, where readers are asked how sure they are. */
  guessing: number | null;
  /** The verdict of each claim, where claims are judged. */
  claims: Record<string, string> | null;
}

/** A set of exercises, as results and practice know it. */
export interface Grouped {
  title: string;
  mode: string;
  attempts: "first" | "last" | "best";
  href: string | null;
  form: string | null;
}

/** The first answer to an exercise as it now is. */
export interface First {
  exercise: Judged;
  attempt: Attempt;
  score: number | null;
  sure: number | null;
  /** Whether it was right at a later attempt. */
  mended: boolean;
}

/** Something worth doing, and why. */
export interface Step extends Linked {
  why: string;
}

/** What can be practised: scored by machine, told at once. */
export interface Practised {
  id: string;
  /** The set. */
  set: string;
  version: string;
}

/** When a topic is due again. */
export interface Due {
  set: string;
  /** In days. */
  interval: number;
  /** The moments of the last answer and of the next, in milliseconds. */
  last: number;
  due: number;
}

/** A passage that codings mark: its label, its first word and its last. */
export type Coded = [label: string, from: number, to: number];
