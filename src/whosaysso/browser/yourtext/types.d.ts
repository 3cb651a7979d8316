// The types of the page for any text. The type checker alone reads this file; no page holds it.

import type { Span } from "../../kinds/types";
import type { Counted, Label, Line, Mark, Named, PromptList, Reading } from "../../reader/types";
import type { Model } from "../types";

/** A word, its place, and what stands behind it. */
export interface Placed extends Line {
  text: string;
  gap: string;
}

/** A part of a text as it stands in the page. */
export interface Laid {
  words: HTMLElement[];
  gaps: HTMLElement[];
  places: Line[];
  sentences: (Span & { id: string; called: string })[];
  /** Paragraphs by what is in them. */
  blocks: Map<string, HTMLElement>;
}

/** What is told of a text that is kept here. */
export interface OnShelf {
  sha256: string;
  title: string;
  marks: number;
  at: string;
}

/** The reader's texts in the store. What is kept says what went wrong, or nothing. */
export interface Shelf {
  texts(): OnShelf[];
  read(sha256: string): Reading | null;
  /** Writes what is new since `before`, and nothing else. */
  keep(before: Reading | null, after: Reading): string;
  drop(sha256: string): void;
}

/** What the template hands over. */
export interface Given {
  labels: Label[];
  example: string;
  /** Where a text is kept, in words; and whether one can be removed from there by the view. */
  kept: string;
  removes: boolean;
  /** The lists, and for each label how its list did on the book's own texts. */
  prompts: { lists: PromptList[]; measured: Record<string, string> };
}

/** What the steps share: the reading as it stands, and how it is changed. */
export interface Table {
  root: HTMLElement;
  model: Model<"[data-your-text]">;
  given: Given;
  reading(): Reading;
  points(): Counted;
  parts(): Named[][];
  /** The part that is shown, from 0. */
  part(): number;
  change(part: Partial<Reading>, said?: string): void;
  say(text: string): void;
  /** Go to a place in the text, in the step where it is marked. */
  goTo(start: number): void;
}

/** One step. `show` draws it anew; `update` draws what may have changed. */
export interface Step {
  show(): void;
  update(): void;
}

export interface Painter {
  paint(marks: Mark[], active: string, labels?: string[]): void;
}

declare module "../types" {
  interface Roots {
    "[data-your-text]": {
      reading: Reading | null;
      shelf: OnShelf[];
      notice?: string;
      /** The view asks for a text that is kept, or to have it dropped. */
      wanted?: string | null;
      dropped?: string | null;
    };
  }
}

declare module "../../kinds/types" {
  interface Parts {
    [panel: `[data-panel="${string}"]`]: HTMLElement;
    ".wss-add-files": HTMLButtonElement;
    ".wss-compared": HTMLElement;
    ".wss-files": HTMLInputElement;
    ".wss-seen": HTMLElement;
    ".wss-any-said": HTMLElement;
    ".wss-bring": HTMLElement;
    ".wss-mark-card": HTMLElement;
    ".wss-example": HTMLButtonElement;
    ".wss-labels": HTMLElement;
    ".wss-leave-text": HTMLButtonElement;
    ".wss-mark-list": HTMLDetailsElement;
    ".wss-own": HTMLElement;
    ".wss-print": HTMLButtonElement;
    ".wss-save-table": HTMLButtonElement;
    ".wss-save-text": HTMLButtonElement;
    ".wss-on-paper": HTMLElement;
    ".wss-open-file": HTMLButtonElement;
    ".wss-parts": HTMLElement;
    ".wss-paste": HTMLTextAreaElement;
    ".wss-piece": HTMLElement;
    ".wss-prompt-card": HTMLElement;
    ".wss-prompts": HTMLDetailsElement;
    ".wss-read": HTMLElement;
    ".wss-rule": HTMLElement;
    ".wss-shelf": HTMLElement;
    ".wss-take": HTMLButtonElement;
    ".wss-text-size": HTMLElement;
    ".wss-text-title": HTMLElement;
    ".wss-undo": HTMLButtonElement;
  }
}
