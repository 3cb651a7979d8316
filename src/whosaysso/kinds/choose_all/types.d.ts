export {};

declare module "../types" {
  interface Kinds {
    "choose-all": { key: { options: Record<string, { right: boolean; feedback: string }> } };
  }
}
