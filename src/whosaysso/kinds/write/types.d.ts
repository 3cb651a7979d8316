export {};

declare module "../types" {
  interface Kinds {
    write: {
      key: {
        checks: { id: string; words: string[][]; within: number | null; met: string; unmet: string }[];
        model: string;
      };
    };
  }
  interface Parts {
    ".wss-rubric": HTMLElement;
    textarea: HTMLTextAreaElement;
  }
}
