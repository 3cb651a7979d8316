// The types of what the kinds share. The type checker alone reads this file; no page holds it.

/** What each kind asks and keys. A kind's own types.d.ts puts it here, by the name an author writes after `kind:`. */
export interface Kinds {}
export type Kind = keyof Kinds;

/** One exercise with its key, as a page holds it. */
export type Exercise<K extends Kind = Kind> = { [N in K]: Asked<N> & Kinds[N] }[K];

interface Asked<N> {
  id: string;
  kind: N;
  version: string;
  title: string;
  set: string;
  mode: "practice" | "deferred";
}

/** A reader's answer. It may come from a file that anybody wrote, so nothing in it is sure. */
export type Response = Record<string, unknown>;

export type Verdict = "right" | "partly" | "wrong" | "missed" | "left" | "shared" | "differs" | "theirs" | "yours" | "recorded";

/** What is told of one part of an answer; `lead` stands before the text. */
export interface Feedback {
  about: string;
  verdict: Verdict;
  text: string;
  lead?: string;
}

/** What a grader gives; without a score where nothing is scored. */
export interface Graded {
  score: number | null;
  feedback: Feedback[];
  missing: string[];
}

export type Grader<K extends Kind> = (exercise: Exercise<K>, response: Response) => Graded;
export type Graders = { [K in Kind]: Grader<K> };

/** How a view tells that its answer has changed; `kept` where the result stands all the same. */
export type Changed = (how?: { kept?: boolean }) => void;

/** How one exercise is answered on the page. */
export interface Answer {
  read(): Response;
  write(response: Response): void;
  missing(names: string[]): string;
  /** Why a whole answer cannot be checked all the same, or nothing. */
  unready?(): string;
  show(graded: Graded, everything: boolean): string;
  clear(): void;
  /** The part of an answer that is graded, where not all of it is. */
  graded?(response: Response): unknown;
  /** Whether other answers are worth a look though one's own was right. */
  more?: boolean;
}

/** What a kind's view.js gives: it reads the answer off the page's own inputs, puts one back, and shows why. */
export type View<K extends Kind> = (root: HTMLElement, exercise: Exercise<K>, changed: Changed) => Answer;
export type Views = { [K in Kind]: View<K> };

/** The words from one to another, both counted in. */
export interface Span {
  from: number;
  to: number;
}

/** What the templates always put where a view looks for it, and what it is. Other rooms and kinds add their own. */
export interface Parts {
  ".wss-announce": HTMLElement;
  ".wss-drawn": HTMLElement;
  ".wss-ordinal": HTMLElement;
  ".wss-result": HTMLElement;
}

declare global {
  interface ParentNode {
    querySelector<S extends keyof Parts>(selector: S): Parts[S];
    querySelector(selector: `[data-about="${string}"]` | `fieldset[data-about="${string}"]`): HTMLElement;
    querySelector(selector: `input[${string}`): HTMLInputElement | null;
    querySelectorAll<S extends keyof Parts>(selector: S): NodeListOf<Parts[S]>;
    querySelectorAll(selector: `${string} input` | `input[${string}]`): NodeListOf<HTMLInputElement>;
    querySelectorAll(selector: `[data-${string}]` | "fieldset[data-about]"): NodeListOf<HTMLElement>;
  }
}
