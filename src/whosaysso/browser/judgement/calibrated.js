// Whether a reader was right as often as sure, and whether claims were told apart: the figures, and the words they allow.
// The twin of work/judged.py. Readers of known skill, in work/known_readers.py, show why it says no more than this.

import { calibration } from "../../measures/calibration.js";
import { average } from "../../measures/moments.js";
import { normalQuantile } from "../../measures/normal.js";
import { signal } from "../../measures/signal.js";

/** @import { Calibration, Signal } from "../../measures/types" */
/** @import { First } from "./types" */

export const FEWEST_ANSWERS = 10;
export const FEWEST_TO_TELL = 20;
export const FEWEST_CLAIMS = 20;
/** The bias of whoever picks one of three verdicts at random: slowness to believe is told only above it. */
const GUESSED_LEAN = -normalQuantile(1 / 3);

/** @type {(firsts: First[]) => [number, number, number][]} */
const saidOf = (firsts) => firsts.flatMap(({ sure, score, exercise }) => (sure === null || score === null || exercise.guessing === null ? [] : [[sure, exercise.guessing, score]]));

/** How many answers said how sure; from ten on the calibration too, and the Brier score of "a guess" said each time. @type {(firsts: First[]) => {answers: number, found: Calibration | null, guessed: number}} */
export function surenessFound(firsts) {
  const said = saidOf(firsts);
  const enough = said.length >= FEWEST_ANSWERS;
  return { answers: said.length, found: enough ? calibration(said) : null, guessed: enough ? average(said.map(([, guessing, score]) => (guessing - score) ** 2)) : 0 };
}

/** What the figures allow one to say; nothing is said that chance could have made. @type {(found: Calibration) => string} */
export function surenessSaid({ answers, over, allowed }) {
  if (answers < FEWEST_TO_TELL || !over) return `With fewer than ${FEWEST_TO_TELL} answers, chance could have drawn this curve, so nothing more is said.`;
  if ((over.low <= 0 && over.high >= 0) || Math.abs(over.value) <= allowed) return "So far you were right about as often as you were sure, as far as these answers can tell.";
  const [least, most] = [over.low, over.high].map((end) => Math.round(Math.abs(100 * end))).sort((a, b) => a - b);
  return `So far you were ${over.value > 0 ? "surer than right" : "right more often than you were sure"}, by ${least} to ${most} points of 100.`;
}

/** Claims judged of either kind, how many of each were called supported, and the measures from twenty of each on. @type {(firsts: First[]) => {hits: number, sound: number, alarms: number, unsound: number, found: Signal | null}} */
export function beliefFound(firsts) {
  const counts = { hits: 0, sound: 0, alarms: 0, unsound: 0 };
  for (const { exercise, attempt } of firsts) {
    const given = /** @type {Record<string, unknown>} */ (attempt.response.classes ?? {});
    for (const [claim, verdict] of Object.entries(exercise.claims ?? {})) {
      if (!Object.hasOwn(given, claim)) continue;
      const sound = verdict === "supports";
      counts[sound ? "sound" : "unsound"] += 1;
      if (given[claim] === "supports") counts[sound ? "hits" : "alarms"] += 1;
    }
  }
  const enough = counts.sound >= FEWEST_CLAIMS && counts.unsound >= FEWEST_CLAIMS;
  return { ...counts, found: enough ? signal(counts.hits, counts.sound, counts.alarms, counts.unsound) : null };
}

/** @type {(found: Signal) => string} */
export function beliefSaid({ difference, bias }) {
  const apart = difference.low > 0 ? "You tell the claims that the evidence supports from those that it does not, better than chance would."
    : difference.high < 0 ? "You called claims supported more often where the evidence does not support them."
      : "These claims do not show yet whether you tell the two kinds apart.";
  const lean = bias.low > GUESSED_LEAN ? "You are slow to call a claim supported." : bias.high < 0 ? "You are quick to call a claim supported." : "They show no lean towards belief or doubt.";
  return `${apart} ${lean}`;
}
