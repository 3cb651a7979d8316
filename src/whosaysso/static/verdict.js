// One word of feedback: what it is about, a verdict, and the text that its author wrote. The twin of verdict.py.

export const told = (about, credit, text) => ({ about, verdict: credit === 1 ? "right" : credit === 0 ? "wrong" : "partly", text });

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
