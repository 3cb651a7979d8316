// When the reasons of a finished set may be told: those of the test taken before the book wait.
// The twin of work/telling.py, which says why; both keep to tests/work/telling_cases.json.

/** @import { HandIn, Wait } from "./types" */

const AT_MOST = 21 * 86_400_000;

/** Among what is finished: since when the reasons of the test before the book are told, whatever a clock says. */
export const TOLD = "reasons-of-before";

/** What a set waits for beside its own end, or null. @type {(work: Pick<HandIn, "form" | "finished">, set: string, forms: string[]) => Wait | null} */
export function waitOf({ form, finished }, set, forms) {
  const first = forms.includes(set) && (!form || forms["ABC".indexOf(form[0])] === set);
  if (!first || [TOLD, ...forms].some((name) => name !== set && name in finished)) return null;
  return { until: set in finished ? new Date(Date.parse(finished[set]) + AT_MOST).toISOString() : null };
}

/** Whether the reasons of a set may be told now. @type {(work: Pick<HandIn, "form" | "finished">, set: string, forms: string[]) => boolean} */
export function areTold(work, set, forms) {
  const wait = waitOf(work, set, forms);
  return set in work.finished && (!wait || Date.now() >= Date.parse(String(wait.until)));
}

/** When the reasons come, in words. @param {Wait} wait */
export const whenTold = ({ until }) =>
  `when you have finished the test after the book${until ? `, or after ${new Date(until).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })} at the latest` : ""}`;

/** Whether anything is finished; that reasons were told is no work of a reader. @param {Record<string, string>} finished */
export const anyFinished = (finished) => Object.keys(finished).some((name) => name !== TOLD);
