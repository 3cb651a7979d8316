// What a reader's attempts come to, by the claims that stand in the record.

/** @import { Attempt, Counted, Counting, HandIn, Standing } from "./types" */

/** The attempt that counts by a set's rule; of two best ones the earlier. @type {(attempts: Attempt[], rule: Counting["attempts"]) => Attempt | undefined} */
export function countedOf(attempts, rule) {
  const scored = attempts.filter((a) => a.claimed !== null);
  if (rule === "best") return scored.reduce((best, a) => (Number(a.claimed) > Number(best.claimed) ? a : best), scored[0]);
  return scored[rule === "first" ? 0 : scored.length - 1];
}

/**
 * What one exercise adds: the attempt that counts, where there is one that this edition's exercise can be scored by.
 * @type {(exercise: Counted, counting: Counting, work: HandIn, told: boolean) => Standing}
 */
export function standing({ id, set, kind, version, points, scored }, { mode, attempts }, work, told) {
  const mine = work.attempts.filter((a) => a.exercise === id);
  const now = mine.filter((a) => a.version === version);
  const untold = mode === "deferred" && !told;
  const ended = set in work.finished;
  const counts = countedOf(now, attempts);
  const has = scored && counts && !untold;
  return { set, kind, answered: mine.length > 0, points: has ? Number(counts.claimed) * points : 0, of: has ? points : 0,
    untold: untold && !ended && now.length > 0, waiting: untold && ended && now.length > 0, unscored: !scored && now.length > 0, changed: mine.length > 0 && !now.length };
}

/** @param {Standing[]} all */
export const sum = (all) => ({ points: all.reduce((n, s) => n + s.points, 0), of: all.reduce((n, s) => n + s.of, 0) });
/** @param {number} number */
export const points = (number) => String(Math.round(number * 10) / 10);
