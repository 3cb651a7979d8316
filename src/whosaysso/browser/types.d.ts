// The types of what the browser's modules hand to each other. The type checker alone reads this file; no page holds it.

import type { Exercise, Response } from "../kinds/types";

/** A checked answer, as it is recorded. */
export interface Attempt {
  id: string;
  exercise: string;
  version: string;
  response: Response;
  confidence: number | null;
  at: string;
  claimed: number | null;
}

/** All that a reader takes along: what the file of answers holds. */
export interface HandIn {
  schema: string;
  book: string;
  edition: string;
  form: string | null;
  code: string;
  attempts: Attempt[];
  drafts: Record<string, Response>;
  finished: string[];
}

/** A reader's work, as a page keeps it. What is kept says what went wrong, or nothing. */
export interface Work {
  attempts(): Attempt[];
  keep(attempt: Attempt): string;
  keepDraft(exercise: string, response: Response): string;
  draft(exercise: string): Response | undefined;
  finish(set: string): string;
  finished(): string[];
  latest(exercise: string): Attempt | null;
  damaged(): number;
  form(): string | null;
  setForm(order: string): string;
  handIn(code: string): HandIn;
  /** Says what was loaded; throws what is wrong with the file. */
  load(text: string): string;
  clear(): void;
}

export interface Edition {
  book: string;
  edition: string;
}

/** What a view needs of anywidget's model; a notebook brings the markup too, which a page has already. */
export type Model<R extends Root> = Holding<Roots[R] & { markup?: string }>;

export interface Holding<V> {
  get<N extends keyof V>(name: N): V[N];
  set<N extends keyof V>(name: N, value: V[N]): void;
  on(event: `change:${keyof V & string}`, listener: () => void): void;
  save_changes(): void;
}

/** What the model of each view holds, by the view's root. */
export interface Roots {
  "[data-exercise]": {
    exercise: Exercise;
    response: Response;
    attempt: Attempt | null;
    told: boolean;
    /** The last attempt that a kernel has kept; a page has no kernel. */
    kept?: string;
    notice?: string;
  };
  "[data-work]": { work: HandIn; said: string; loaded?: string; cleared?: number | "" };
  "[data-set]": { progress: { answered: number; all: number; finished: boolean }; finish?: number };
  "[data-deal]": { order: string; begun: boolean; finished: string[] };
  "[data-results]": { work: HandIn };
}

export type Root = keyof Roots;

export interface View<R extends Root> {
  render(context: { model: Model<R>; el: HTMLElement }): void;
}

/** One form of a test, as its door knows it. */
export interface Form {
  set: string;
  title: string;
  href: string | null;
  exercises: string[];
}

/** What the results need of an exercise and of its set. */
export interface Counted {
  id: string;
  set: string;
  kind: string;
  version: string;
  points: number;
  scored: boolean;
}

export interface Counting {
  mode: string;
  attempts: "first" | "last" | "best";
}

export interface Standing {
  set: string;
  kind: string;
  answered: boolean;
  points: number;
  of: number;
  untold: boolean;
  unscored: boolean;
  changed: boolean;
}

declare module "../kinds/types" {
  interface Parts {
    ".wss-by-kind [data-row]": HTMLElement;
    ".wss-by-set [data-row]": HTMLElement;
    ".wss-check": HTMLButtonElement;
    ".wss-code": HTMLInputElement;
    ".wss-data": HTMLElement;
    ".wss-deal-said": HTMLElement;
    ".wss-download": HTMLButtonElement;
    ".wss-file": HTMLInputElement;
    ".wss-finish": HTMLButtonElement;
    ".wss-fixed": HTMLElement;
    ".wss-leave": HTMLButtonElement;
    ".wss-live": HTMLElement;
    ".wss-load": HTMLButtonElement;
    ".wss-notice": HTMLElement;
    ".wss-order": HTMLSelectElement;
    ".wss-order option": HTMLOptionElement;
    ".wss-order, .wss-use": HTMLSelectElement | HTMLButtonElement;
    ".wss-results-said": HTMLElement;
    ".wss-reveal": HTMLButtonElement;
    ".wss-set-said": HTMLElement;
    ".wss-start": HTMLAnchorElement;
    ".wss-use": HTMLButtonElement;
    ".wss-work-count": HTMLElement;
    ".wss-work-said": HTMLElement;
  }
}
