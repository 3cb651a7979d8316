import type { Exercise, Span } from "../types";

export type Marking = Exercise<"mark">;

/** By label, the numbers of the words that are marked. */
export type Marks = Map<string, Set<number>>;

export interface Mark extends Span {
  label: string;
  /** The words that count; the others of the passage are optional. */
  head: number[];
  found: string;
  missed: string;
}

/** A key of our own: what is to be found, and what may be taken for it. */
export interface Sure {
  coders?: undefined;
  passages?: undefined;
  marks: Mark[];
  decoys: (Span & { feedback: string })[];
  wider: string;
  otherwise: string;
}

/** Where people differ: how each has marked the words, and what is told of every passage. */
export interface Contested {
  coders: Coder[];
  passages: (Span & { label: string; said: string })[];
  /** None here: what a reader marks besides is told as in a key of our own. */
  marks: Mark[];
  decoys: (Span & { feedback: string })[];
  wider: string;
  otherwise: string;
}

/** A passage on the page, whose words can be marked. */
export interface Passage {
  read(): Record<string, number[]>;
  write(marks: unknown): void;
  /** Underline the key's own passages. */
  point(spans: Span[]): void;
}

/** What words can be chosen from, and what choosing them does. */
export interface Choosing {
  name: string;
  /** A sentence is called by its number, unless it has another name. */
  sentences: (Span & { id: string; called?: string })[];
  quoted(from: number, to: number): string;
  say(text: string): void;
  /** The mark that lies on a word. */
  runAt(n: number): Span | undefined;
  /** Whether all of these words are marked as they would be now. */
  whole(from: number, to: number): boolean;
  mark(from: number, to: number): void;
  unmark(from: number, to: number): void;
  /** What a choice of a mark that is there does; without it, the mark is taken away. */
  again?(from: number, to: number): void;
  /** One word alone is chosen, and at once. */
  single?: boolean;
  moved?(n: number): void;
  /** Mark by the label of this number from now on; whether there is one. */
  label(number: number): boolean;
}

export interface Chooser {
  goTo(n: number): void;
}

export interface Coder {
  kind: string;
  words: unknown;
}

declare module "../types" {
  interface Kinds {
    mark: {
      words: string[];
      labels: { id: string; label: string }[];
      sentences: (Span & { id: string })[];
      key: Sure | Contested;
    };
  }
  interface Parts {
    ".wss-count": HTMLElement;
    ".wss-gap": HTMLElement;
    ".wss-marked": HTMLElement;
    ".wss-passage": HTMLElement;
    ".wss-word": HTMLElement;
  }
}
