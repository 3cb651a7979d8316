// What a grader gives: a score, and words of feedback. The twin of verdict.py.

/** @import { Feedback, Graded } from "./types" */

/** @type {(value: unknown) => value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What an object has of its own; what every object has by nature is no answer.
 * @type {<T>(object: Record<string, T>, name: string) => T | undefined}
 */
export const own = (object, name) => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);

/** @type {(about: string, credit: number, text: string) => Feedback} */
export const told = (about, credit, text) => ({ about, verdict: credit === 1 ? "right" : credit === 0 ? "wrong" : "partly", text });

/** @type {(score: number | null, feedback: Feedback[], missing?: string[]) => Graded} */
export const graded = (score, feedback, missing = []) => ({ score, feedback, missing });

/** @param {string[]} missing */
export const unanswered = (...missing) => graded(0, [], missing);
