// What a reader's marks show of a text: sentence by sentence, voice by voice, number by number. Counts, and never a score.

import { overlap } from "./marks.js";
import { named } from "./mending.js";

/** @import { Counted, Mark, Named, Reading, Seen, SeenNumber, SeenVoice } from "./types" */

export const NAMED_SORTS = ["party", "witness", "record"]; // sorts of source that somebody could go and ask

/** @type {(marks: Mark[], pieces: Named[]) => Mark[][]} by piece, in the order of the text */
function byPiece(marks, pieces) {
  const found = pieces.map(() => /** @type {Mark[]} */ ([]));
  let first = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    while (first < pieces.length && pieces[first].end <= mark.start) first += 1;
    for (let n = first; n < pieces.length && pieces[n].start < mark.end; n++) found[n].push(mark);
  }
  return found;
}

/** Every sentence and heading, with the words marked in it by label. @type {(reading: Reading, points: Counted) => Seen[]} */
export function sentencesSeen({ cut, marks }, { slice }) {
  const pieces = named(cut);
  return byPiece(marks, pieces).map((inside, n) => {
    /** @type {Record<string, string[]>} */
    const by = {};
    for (const mark of inside) by[mark.label] = [...(by[mark.label] ?? []), slice(Math.max(mark.start, pieces[n].start), Math.min(mark.end, pieces[n].end)).replaceAll("\n", " ")];
    const voices = inside.filter(({ label }) => label === "voice");
    return {
      id: pieces[n].id,
      heading: pieces[n].role === "heading",
      words: (slice(pieces[n].start, pieces[n].end).match(/[^\s—–]+/g) ?? []).length,
      start: pieces[n].start,
      by,
      speakers: voices.map(({ attribution, start, end }) => attribution?.speaker || slice(start, end)),
      sorts: voices.map(({ attribution }) => attribution?.sort ?? ""),
    };
  });
}

/** Everybody who speaks, most often first. @type {(reading: Reading, points: Counted) => SeenVoice[]} */
export function voicesSeen({ cut, marks }, { slice }) {
  const pieces = named(cut);
  /** @type {Map<string, SeenVoice>} */
  const found = new Map();
  for (const { start, end, attribution } of marks.filter(({ label }) => label === "voice").sort((a, b) => a.start - b.start)) {
    const speaker = attribution?.speaker || slice(start, end).replaceAll("\n", " ");
    const voice = found.get(speaker.toLowerCase()) ?? { speaker, said: Boolean(attribution?.speaker), sorts: [], places: [] };
    const sort = attribution?.sort ?? "";
    if (!voice.sorts.includes(sort)) voice.sorts.push(sort);
    voice.places.push(pieces.find((piece) => start < piece.end)?.id ?? "");
    found.set(speaker.toLowerCase(), voice);
  }
  return [...found.values()].sort((a, b) => b.places.length - a.places.length);
}

/** Every number, and who owns it: by its card, or by the sentence in which it stands. @type {(reading: Reading, points: Counted) => SeenNumber[]} */
export function numbersSeen({ cut, marks }, { slice }) {
  const pieces = named(cut);
  const inside = byPiece(marks, pieces);
  return marks.filter(({ label }) => label === "number").sort((a, b) => a.start - b.start).map((mark) => {
    const n = pieces.findIndex((piece) => overlap(piece, mark));
    const voices = (inside[n] ?? []).filter(({ label }) => label === "voice");
    const near = voices.map(({ attribution, start, end }) => attribution?.speaker || slice(start, end)).join("; ");
    return { place: pieces[n]?.id ?? "", words: slice(mark.start, mark.end).replaceAll("\n", " "), owner: mark.number?.says ?? "", near, card: mark.number ?? {} };
  });
}

/** What it comes to, in words. @type {(seen: Seen[], numbers: SeenNumber[]) => string} */
export function findingSeen(seen, numbers) {
  const sentences = seen.filter(({ heading }) => !heading);
  const having = (/** @type {string} */ label) => sentences.filter(({ by }) => by[label]).length;
  if (!seen.some(({ by }) => Object.keys(by).length)) return "Nothing is marked yet, so there is nothing to see.";
  const [voices, owned] = [having("voice"), numbers.filter(({ owner, near }) => owner || near).length];
  return [
    `In ${voices} of ${sentences.length} sentences you marked who speaks; in ${sentences.length - voices} you marked nobody.`,
    numbers.length ? `Numbers marked: ${numbers.length}; with an owner, on their card or in their sentence: ${owned}; without: ${numbers.length - owned}.` : "No number is marked.",
    `Sentences with hedges: ${having("hedge")}; with loaded words: ${having("loaded")}; with frames: ${having("frame")}.`,
  ].join(" ");
}
