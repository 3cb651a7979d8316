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
  rules?: number | null;
}

/** An answer as it stood when it was last changed. */
export interface Draft {
  response: Response;
  at: string;
  version?: string | null;
}

/** All that a reader takes along: what the file of answers holds. */
export interface HandIn {
  schema: string;
  book: string;
  edition: string;
  /** Random: one for each place in which this reader began. */
  readers: string[];
  /** The grading rules that made the claims. */
  rules: number;
  form: string | null;
  code: string;
  attempts: Attempt[];
  drafts: Record<string, Draft>;
  finished: Record<string, string>;
}

/** For whom the test before the book is not over: the reasons come with the next test, or at this moment at the latest. */
export interface Wait {
  /** None while the test itself is not finished. */
  until: string | null;
}

/** An entry of the store: its kind, its name, its value. */
export type Entry = [kind: string, name: string, value: unknown];

/** A reader's work, as a page keeps it. What is kept says what went wrong, or nothing. */
export interface Work {
  put(...entry: Entry): string;
  keep(attempt: Attempt): string;
  keepDraft(exercise: Pick<Exercise, "id" | "version">, response: Response): string;
  finish(set: string): string;
  setForm(order: string): string;
  latest(exercise: string): Attempt | null;
  /** The answer as it stands: what was checked last, unless a draft is newer. */
  response(exercise: string): Response;
  finished(): Record<string, string>;
  /** Whether the reasons of a set may be told now. */
  told(set: string): boolean;
  wait(set: string): Wait | null;
  form(): string | null;
  reader(): string;
  /** All that is kept of a kind, by name; and one of it taken away. */
  kept(kind: string): Map<string, any>;
  drop(kind: string, name: string): void;
  damaged(): number;
  /** Whether what is kept is still there when the page is closed. */
  lasting(): boolean;
  handIn(): HandIn;
  clear(): void;
}

/** What the parts of a page build on. */
export interface Page {
  work: Work;
  exercises: Exercise[];
  refresh(): void;
  onChange(listener: () => void): void;
}

export interface Edition {
  book: string;
  edition: string;
  /** The sets that are the test forms A, B and C, with spaces between. */
  forms: string;
}

/** What a view needs of anywidget's model; a notebook brings the markup too, which a page has already. */
export type Model<R extends Root> = Holding<Roots[R] & { markup?: string }>;

export interface Holding<V> {
  get<N extends keyof V>(name: N): V[N];
  set<N extends keyof V>(name: N, value: V[N]): void;
  on(event: `change:${keyof V & string}`, listener: () => void): void;
  save_changes(): void;
  /** In a notebook: a message of one's own to the kernel, which waits for none before it. */
  send?(content: unknown): void;
  /** What JupyterLab knows of the kernel; other notebooks may say nothing. */
  widget_manager?: { kernel?: { status: string } | null };
}

/** What the model of each view holds, by the view's root. */
export interface Roots {
  "[data-exercise]": {
    exercise: Exercise;
    response: Response;
    attempt: Attempt | null;
    told: boolean;
    /** What the reasons wait for, beside the end of the set. */
    wait?: Wait | null;
    /** Whose answers these are. */
    reader?: string;
    /** The attempts that a kernel has heard of; a page has no kernel. */
    kept?: string[];
    notice?: string;
  };
  "[data-work]": {
    work: HandIn;
    said: string;
    lasting?: boolean;
    /** How many texts of the reader's own are kept beside the answers. */
    texts?: number;
    /** The view asks for what is kept now; the host answers with `work`, and with `given`, which stands for it. */
    wanted?: number | null;
    given?: string | null;
    /** A file's bytes; where it is another reader's, the host asks, and the view may agree. */
    loaded?: DataView | null;
    asking?: string;
    agreed?: number | null;
    /** Clears what `given` stands for, unless more has come since. */
    cleared?: string | null;
  };
  "[data-set]": { progress: Ended; finish?: number };
  "[data-deal]": { order: string; begun: boolean; finished: string[]; told: boolean; wait: Wait | null };
  "[data-results]": { work: HandIn; told: string[] };
  /** The view says which exercise is begun again; the host keeps that nothing is answered there. */
  "[data-practise]": { work: HandIn; again: { id: string; version: string; at: number } | null };
}

export type Root = keyof Roots;

export interface View<R extends Root> {
  render(context: { model: Model<R>; el: HTMLElement }): void;
}

/** How far a deferred set is, and what its card tells once it is finished. */
export interface Ended {
  answered: number;
  all: number;
  finished: boolean;
  reader?: string;
  told: boolean;
  wait: Wait | null;
  work: HandIn;
}

/** Where a reader goes from the card; a notebook has no link, and names the file. */
export interface Next {
  title: string;
  href: string | null;
  file: string;
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

/** One occasion at which a poll is asked. */
export interface Occasion {
  id: string;
  options: { id: string; text: string }[];
}

export interface Standing {
  set: string;
  kind: string;
  answered: boolean;
  points: number;
  of: number;
  /** The set is not finished. */
  untold: boolean;
  /** The set is finished, and its reasons wait. */
  waiting: boolean;
  unscored: boolean;
  changed: boolean;
}

/** What an LMS of SCORM 1.2 puts into a window around the page. What it gives may be of any type. */
export type Api = Record<string, ((...values: string[]) => unknown) | undefined>;

/** The session with an LMS, or the want of one. */
export interface Session {
  /** Why nothing is reported; empty where it is. */
  why: string;
  get(name: string): string;
  /** Whether the LMS took it; what it has already is not sent twice. */
  set(name: string, value: string): boolean;
  commit(): void;
  leave(): void;
}

/** What a package knows of its set. */
export interface Packed {
  set: Counting & { id: string };
  exercises: Counted[];
  /** Percent at which it is passed. */
  pass: number | null;
}

declare global {
  interface Window {
    API?: Api;
  }
}

declare module "../kinds/types" {
  interface Parts {
    ".wss-lms-said": HTMLElement;
    ".wss-ask": HTMLElement;
    ".wss-belief": HTMLElement;
    ".wss-by-kind": HTMLElement;
    ".wss-calendar": HTMLButtonElement;
    ".wss-calendar-said": HTMLElement;
    ".wss-calibration": HTMLElement;
    ".wss-after": HTMLElement;
    ".wss-after-answered": HTMLElement;
    ".wss-after-first": HTMLElement;
    ".wss-after-points": HTMLElement;
    ".wss-after-reasons": HTMLElement;
    ".wss-check": HTMLButtonElement;
    ".wss-code": HTMLInputElement;
    ".wss-data": HTMLElement;
    ".wss-deal-reasons": HTMLElement;
    ".wss-deal-said": HTMLElement;
    ".wss-download": HTMLButtonElement;
    ".wss-due": HTMLElement;
    ".wss-due-next": HTMLElement;
    ".wss-due-said": HTMLElement;
    ".wss-due-topics": HTMLElement;
    ".wss-due-topics tbody": HTMLElement;
    ".wss-file": HTMLInputElement;
    ".wss-finish": HTMLButtonElement;
    ".wss-fixed": HTMLElement;
    ".wss-leave": HTMLButtonElement;
    ".wss-live": HTMLElement;
    ".wss-load": HTMLButtonElement;
    ".wss-lucky": HTMLElement;
    ".wss-marks": HTMLElement;
    ".wss-marks ul": HTMLElement;
    ".wss-more": HTMLElement;
    ".wss-next": HTMLAnchorElement;
    ".wss-next-said": HTMLElement;
    ".wss-no": HTMLButtonElement;
    ".wss-notice": HTMLElement;
    ".wss-older": HTMLElement;
    ".wss-older ul": HTMLElement;
    ".wss-order": HTMLSelectElement;
    ".wss-order option": HTMLOptionElement;
    ".wss-order, .wss-use": HTMLSelectElement | HTMLButtonElement;
    ".wss-path": HTMLElement;
    ".wss-print": HTMLButtonElement;
    ".wss-printed": HTMLElement;
    ".wss-results-said": HTMLElement;
    ".wss-reveal": HTMLButtonElement;
    ".wss-set-count": HTMLElement;
    ".wss-set-said": HTMLElement;
    ".wss-start": HTMLAnchorElement;
    ".wss-steps": HTMLElement;
    ".wss-sure-wrong": HTMLElement;
    ".wss-use": HTMLButtonElement;
    ".wss-work-count": HTMLElement;
    ".wss-work-said": HTMLElement;
    ".wss-work-sure": HTMLElement;
    ".wss-yes": HTMLButtonElement;
  }
}
