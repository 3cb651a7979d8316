/** Statements, each of which has one class; `judge` asks the same. */
export interface Sorting {
  classes: { id: string; label: string }[];
  statements: { id: string; text: string }[];
  key: { statements: Record<string, { class: string; feedback: Record<string, string> }> };
}

declare module "../types" {
  interface Kinds {
    sort: Sorting;
  }
}
