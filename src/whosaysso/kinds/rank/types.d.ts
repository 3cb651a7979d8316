export {};

declare module "../types" {
  interface Kinds {
    rank: {
      sources: { id: string; text: string }[];
      key: { sources: Record<string, { step: number; feedback: string }> };
    };
  }
  interface Parts {
    ".wss-rank": HTMLElement;
    ".wss-rank-text": HTMLElement;
  }
}
