// What a reader's attempts come to, by the claims that stand in the record.

/** @import { Counted, Counting, HandIn, Standing } from "./types" */

/**
 * What one exercise adds: the attempt that counts, where there is one that this edition's exercise can be scored by.
 * @type {(exercise: Counted, counting: Counting, work: HandIn, told: boolean) => Standing}
 */
export function standing({ id, set, kind, version, points, scored }, { mode, attempts }, work, told) {
  const mine = work.attempts.filter((a) => a.exercise === id);
  const now = mine.filter((a) => a.version === version);
  const untold = mode === "deferred" && !told;
  const ended = set in work.finished;
  const claimed = now.map((a) => a.claimed).filter((c) => c !== null);
  const counts = { first: claimed[0], last: claimed[claimed.length - 1], best: Math.max(...claimed) }[attempts];
  const has = scored && claimed.length > 0 && !untold;
  return { set, kind, answered: mine.length > 0, points: has ? counts * points : 0, of: has ? points : 0,
    untold: untold && !ended && now.length > 0, waiting: untold && ended && now.length > 0, unscored: !scored && now.length > 0, changed: mine.length > 0 && !now.length };
}

/** @param {Standing[]} all */
export const sum = (all) => ({ points: all.reduce((n, s) => n + s.points, 0), of: all.reduce((n, s) => n + s.of, 0) });
/** @param {number} number */
export const points = (number) => String(Math.round(number * 10) / 10);
