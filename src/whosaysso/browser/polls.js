// A reader's own way through a poll that is asked again: the answer and the sureness at each occasion.

/** @import { Attempt, Occasion } from "./types" */

/** @type {(root: HTMLElement, occasions: Occasion[], sureness: string[], attempts: Attempt[]) => void} */
export function tellPolls(root, occasions, sureness, attempts) {
  for (const { id, options } of occasions) {
    const last = attempts.filter((a) => a.exercise === id).pop();
    const chosen = options.find((option) => option.id === last?.response?.choice);
    const sure = typeof last?.confidence === "number" ? sureness[Math.round(last.confidence * (sureness.length - 1))] : undefined;
    const said = [chosen?.text ?? (last ? "An answer to an older question" : "Not asked yet"), last ? sure ?? "Not said" : "–"];
    root.querySelectorAll(`[data-poll="${id}"] td`).forEach((cell, n) => (cell.textContent = said[n]));
  }
}
