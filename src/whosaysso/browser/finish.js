// The end of a deferred set: how much is answered, the button that ends it, and then a card: what came of it, and what now.

import { points, standing, sum } from "./counting.js";
import { mounted } from "./mounted.js";
import { whenTold } from "./telling.js";
import { count } from "./words.js";

/** @import { Counted, Counting, Ended, Next } from "./types" */

export const finishView = mounted("[data-set]", (root, model) => {
  /** @type {{letter: string | null, counting: Counting, exercises: Counted[], next: Record<string, Next>}} */
  const { letter, counting, exercises, next } = JSON.parse(root.querySelector(".wss-data").textContent);
  const button = root.querySelector(".wss-finish");
  const said = root.querySelector(".wss-set-said");
  const first = root.querySelector(".wss-set-count");
  const card = root.querySelector(".wss-after");
  const nothing = first.textContent;
  let asked = false;
  let pressed = false; // here and now: the card that comes of it is read out

  function counted() {
    const ended = model.get("progress");
    asked = false; // of what was answered before, or by whom
    button.hidden = first.hidden = ended.finished;
    card.hidden = !ended.finished;
    first.textContent = ended.wait ? `${root.getAttribute("aria-label")}: nothing is told here yet. You will be told ${whenTold(ended.wait)}.` : nothing;
    said.textContent = ended.finished ? "" : `${ended.answered} of ${ended.all} answered.`;
    if (ended.finished) fill(ended);
    if (ended.finished && pressed) card.focus();
    pressed = pressed && !ended.finished;
  }

  /** @param {Ended} ended */
  function fill({ answered, all, told, wait, work }) {
    const each = exercises.map((e) => standing(e, counting, work, told));
    const [{ points: mine, of }, unscored] = [sum(each), each.filter((s) => s.unscored).length];
    const apart = unscored ? `, and ${count(unscored, "answer")} without points` : "";
    root.querySelector(".wss-after-answered").textContent = `${answered} of ${all} tasks.`;
    root.querySelector(".wss-after-points").textContent = !told ? "You will be told with the reasons." : `${of ? `${points(mine)} of ${points(of)}` : "None"}${apart}.`;
    root.querySelector(".wss-after-reasons").textContent = wait && !told ? `They come ${whenTold(wait)}. Your teacher can show them earlier.` : "They stand with each task above.";
    root.querySelector(".wss-after-first").hidden = !told;
    const occasion = letter && work.form ? ["before", "after", "later"][work.form.indexOf(letter)] : wait ? "before" : "later";
    const { title, href, file } = next[occasion];
    const link = root.querySelector(".wss-next");
    link.hidden = !href;
    link.textContent = title;
    if (href) link.href = href;
    root.querySelector(".wss-next-said").textContent = href ? "" : `${title}${file}.`;
  }

  button.addEventListener("click", () => {
    const { answered, all } = model.get("progress");
    if (answered < all && !asked) {
      asked = true;
      said.textContent = `${all - answered} not answered yet. Press again to finish all the same.`;
      return;
    }
    pressed = true;
    model.set("finish", (model.get("finish") ?? 0) + 1);
    model.save_changes();
  });
  model.on("change:progress", counted);
  counted();
});
