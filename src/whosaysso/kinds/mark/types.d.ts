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
