export {};

declare module "../types" {
  interface Kinds {
    choose: { key: { options: Record<string, { credit: number; feedback: string }> } };
  }
}
