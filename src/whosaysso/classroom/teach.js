// What to teach tomorrow: the exercises that went worst, with the commonest wrong answer, and where the class split.

import { inPercent, ofAll, toShow, withReach } from "./figures.js";
import { element } from "./html.js";
import { worst } from "./items.js";
import { splitOf } from "./marks.js";
import { titleOf } from "./naming.js";

/** @import { Item, Shown } from "./types" */

/** @type {(shown: Shown) => HTMLElement} */
export function teachTomorrow(shown) {
  const { found, items } = shown;
  const three = worst(items, found.students.length);
  const list = three.length
    ? element("ol", { class: "wss-class-worst" }, ...three.map((item) => element("li", {}, ...wentWrong(item, shown))))
    : element("p", {}, "Nothing went wrong that a machine can see.");
  const split = splitOf(items);
  return element("section", {}, element("h2", {}, "What to teach tomorrow"), list, split && element("div", { class: "wss-class-split" },
    element("h3", {}, "Where the class split"),
    element("p", {}, element("q", {}, split.said), split.around && element("span", { class: "wss-class-note" }, ` in: ${split.around}`)),
    element("p", {}, `${inPercent(split.many / split.of)} of those who did “${titleOf(split.item.asked)}” marked it, and the others did not. `
      + "Read it aloud, let one of each side say why, and ask which words decide.")));
}

/** @type {(item: Item, shown: Shown) => HTMLElement[]} */
function wentWrong(item, { share }) {
  const [wrong] = item.wrongs;
  const [many] = toShow([wrong?.many ?? 0], share);
  const link = element("a", { href: `#class-${item.asked.question.id}` }, titleOf(item.asked));
  const said = [
    element("h3", {}, link),
    element("p", {}, `${withReach(item.facility)} of what could be earned, by ${item.answers.length} students. Guessing earns ${inPercent(item.asked.guessing)}.`),
  ];
  if (wrong && many !== null) said.push(
    element("p", {}, element("strong", {}, "Most often wrong: "), wrong.said, ` — ${ofAll(many, item.answers.length)}`),
    element("blockquote", {}, element("p", {}, wrong.why)));
  return said;
}
