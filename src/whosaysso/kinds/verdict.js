// What a grader gives: a score, and words of feedback. The twin of verdict.py.

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object has of its own; what every object has by nature is no answer. */
export const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

export const told = (about, credit, text) => ({ about, verdict: credit === 1 ? "right" : credit === 0 ? "wrong" : "partly", text });

export const graded = (score, feedback, missing = []) => ({ score, feedback, missing });

export const unanswered = (...missing) => graded(0, [], missing);
