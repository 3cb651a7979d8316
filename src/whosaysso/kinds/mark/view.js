// How passages are marked, and what is told of each.

import { clearNotes, note, tally, views } from "../views.js";
import { markPassage } from "./passage.js";

/** @import { Span } from "../types" */

views.mark = (root, exercise, changed) => {
  const passage = markPassage(root, exercise, changed);
  /** @type {(from: number, to: number) => string} */
  const quote = (from, to) => exercise.words.slice(from, to + 1).join(" ");
  /** @type {(about: string) => Span} */
  const where = (about) => {
    const mark = /^(?:mark|passage)-(\d+)$/.exec(about);
    if (mark) return (exercise.key.passages ?? exercise.key.marks)[Number(mark[1])];
    const [from, to] = about.split("-").slice(-2).map(Number);
    return { from, to };
  };
  return {
    read: () => ({ words: passage.read() }),
    write: (response) => passage.write(response?.words),
    missing: () => "Nothing is marked yet: mark at least one passage.",
    show({ feedback, score }, everything) {
      const list = document.createElement("ul");
      list.className = "wss-reasons";
      for (const said of feedback) {
        const { from, to } = where(said.about);
        const item = document.createElement("li");
        const words = document.createElement("q");
        words.textContent = quote(from, to);
        item.append(words);
        note(item, said);
        list.append(item);
      }
      root.querySelector(".wss-result").after(list);
      if (exercise.key.passages) {
        passage.point(exercise.key.passages);
        const all = exercise.key.passages.length;
        const how = score === null ? "Compared, not scored." : "Scored by how far you agree with the people who coded it, beside how far they agree.";
        return `${how} ${all - tally(feedback, "theirs")} of ${all} passages that codings mark are yours too; ${tally(feedback, "yours")} you marked alone.`;
      }
      if (everything) passage.point(exercise.key.marks);
      return `${tally(feedback, "right")} of ${exercise.key.marks.length} found whole, ${tally(feedback, "partly")} in part, ${tally(feedback, "missed")} missed; ${tally(feedback, "wrong")} marked that are not.`;
    },
    clear() {
      clearNotes(root);
      passage.point([]);
    },
  };
};
