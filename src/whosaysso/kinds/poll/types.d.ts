export {};

declare module "../types" {
  interface Kinds {
    poll: { options: { id: string; text: string }[]; key: { feedback: string } };
  }
}
