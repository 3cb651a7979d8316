// What a loaded file adds to the work that is here: the twin of HandIn.merged, as entries for the store and in words.

import { anyFinished } from "./telling.js";
import { count } from "./words.js";

/** @import { Entry, HandIn } from "./types" */

/** Whether both are one reader's, as far as they can say: an empty one is anybody's. @type {(mine: HandIn, given: HandIn) => boolean} */
export function sameReader(mine, given) {
  const ids = new Set([...mine.readers, ...mine.attempts.map((a) => a.id)]);
  const empty = (/** @type {HandIn} */ work) => !work.attempts.length && !Object.keys(work.drafts).length && !anyFinished(work.finished);
  return empty(mine) || empty(given) || [...given.readers, ...given.attempts.map((a) => a.id)].some((id) => ids.has(id));
}

/** @type {(mine: HandIn, given: HandIn) => {entries: Entry[], said: string}} */
export function merged(mine, given) {
  const known = new Set(mine.attempts.map((a) => a.id));
  const fresh = given.attempts.filter((a) => !known.has(a.id));
  const begun = Object.entries(given.drafts);
  const time = (/** @type {string} */ at) => Date.parse(at);
  const newer = begun.filter(([name, { at }]) => !(name in mine.drafts) || time(at) > time(mine.drafts[name].at));
  const replaced = newer.filter(([name]) => name in mine.drafts).length;
  const older = begun.filter(([name, { at }]) => name in mine.drafts && time(at) < time(mine.drafts[name].at)).length;
  const done = Object.entries(given.finished).filter(([set, at]) => !(set in mine.finished) || time(at) < time(mine.finished[set]));
  const keepsForm = mine.form && anyFinished(mine.finished) && !anyFinished(given.finished);
  /** @type {Entry[]} */
  const entries = [
    ...fresh.map((a) => /** @type {Entry} */ (["attempt", a.id, a])),
    ...newer.map(([name, draft]) => /** @type {Entry} */ (["draft", name, draft])),
    ...done.map(([set, at]) => /** @type {Entry} */ (["finished", set, at])),
    ["readers", "ids", [...new Set([...mine.readers, ...given.readers])]],
  ];
  if (given.form && !keepsForm) entries.push(["form", "dealt", given.form]);
  const said = [
    `${count(fresh.length, "answer")} loaded${given.attempts.length > fresh.length ? "; the others were here already" : ""}.`,
    replaced && `What was begun is newer in the file for ${count(replaced, "exercise")}, and took its place here.`,
    older && `What was begun is newer here for ${count(older, "exercise")}, and stayed.`,
  ];
  return { entries, said: said.filter(Boolean).join(" ") };
}
