export {};

declare module "../types" {
  interface Kinds {
    write: {
      least: number;
      key: {
        checks: { id: string; words: string[][]; within: number | null; absent: boolean; met: string; unmet: string }[];
        model: string;
      };
    };
  }
  interface Parts {
    ".wss-rubric": HTMLElement;
    ".wss-length": HTMLElement;
    ".wss-long": HTMLElement;
    ".wss-written": HTMLElement;
    textarea: HTMLTextAreaElement;
  }
}
