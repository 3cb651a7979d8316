// The types of the page that makes exercises. The type checker alone reads this file; no page holds it.

import type { Reading } from "../../reader/types";
import type { OnShelf } from "../yourtext/types";
import type { Model } from "../types";

export type Made = "mark" | "choose" | "choose-all" | "judge" | "sort" | "number" | "write";

/** One line of a form: an option, a claim, a statement, a number. What is not written yet is empty. */
export type Row = Record<string, string>;

/** An exercise as the forms hold it; `span` is what of the text it shows, in code points. */
export interface Sketch {
  id: string;
  kind: Made;
  title: string;
  prompt: string;
  span: [number, number] | null;
  rows: Row[];
  /** Single answers: the unit, the model answer, the classes and the rubric a line each, what all else is told. */
  said: Record<string, string>;
  /** Of a `mark`: the labels that are asked for. */
  labels: string[];
  /** Of a `mark`: why words are marked, by the id of the mark. */
  why: Record<string, string>;
  /** Of a `mark`: which of its words count, by the id of the mark. */
  heads?: Record<string, string>;
}

/** Words of a passage, with as much around them as makes them stand in one place. */
export interface Anchor {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A single answer of a form: its name, its question, what may be chosen, and of which sketches it is asked. */
export interface Single {
  name: string;
  asks: string;
  help?: string;
  long?: boolean;
  choices?: [value: string, words: string][];
  only?: (sketch: Sketch) => boolean;
}

/** What a teacher makes of one text. */
export interface Bundle {
  book: string;
  title: string;
  reads: "sound" | "opposite";
  /** Whether students get the whole text, or what the exercises quote alone. */
  whole: boolean;
  /** What was handed out, by the name of the file: a hash of what it was made of. */
  given?: Record<string, string>;
  sketches: Sketch[];
}

/** An exercise as an author writes it: the fields of the kind's schema. */
export type Authored = Record<string, any> & { id: string; kind: Made; title: string; prompt: string };

/** A question to whoever made an exercise, and the rule by which it is asked. */
export interface Doubt {
  rule: string;
  exercise: string;
  words: string;
}

/** A column of a form's rows: its name, its question, and what may be chosen, where it is a choice. */
export interface Column {
  name: string;
  asks: string;
  choices?: [value: string, words: string][];
  long?: boolean;
}

export interface Desk {
  root: HTMLElement;
  model: Model<"[data-make]">;
  reading(): Reading;
  bundle(): Bundle;
  change(part: Partial<Bundle>): void;
  say(text: string): void;
}

declare module "../types" {
  interface Roots {
    "[data-make]": {
      reading: Reading | null;
      bundle: Bundle | null;
      shelf: OnShelf[];
      notice?: string;
      wanted?: string | null;
    };
  }
}

declare module "../../kinds/types" {
  interface Parts {
    ".wss-make-add": HTMLElement;
    ".wss-make-ask": HTMLElement;
    ".wss-make-brought": HTMLElement;
    ".wss-make-book": HTMLButtonElement;
    ".wss-make-file": HTMLButtonElement;
    ".wss-make-give": HTMLElement;
    ".wss-make-items": HTMLElement;
    ".wss-make-key": HTMLButtonElement;
    ".wss-make-older": HTMLElement;
    ".wss-make-reads": HTMLElement;
    ".wss-make-said": HTMLElement;
    ".wss-make-set": HTMLElement;
    ".wss-make-try": HTMLElement;
    ".wss-make-undo": HTMLButtonElement;
    ".wss-make-lacking": HTMLElement;
  }
}
