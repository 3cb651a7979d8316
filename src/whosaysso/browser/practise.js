// Practise again: what is due today, five at a time, and when each topic comes back.

import { calendarOf } from "./judgement/calendar.js";
import { scheduleOf, todaysFive } from "./judgement/schedule.js";
import { dayOf, linkTo, make } from "./judgement/shapes.js";
import { practisable } from "./judgement/steps.js";
import { mounted } from "./mounted.js";
import { giveFile } from "./saving.js";
import { count } from "./words.js";

/** @import { Grouped, Judged } from "./judgement/types" */

export const practiseView = mounted("[data-practise]", (root, model) => {
  /** @type {{sets: Record<string, Grouped>, exercises: Judged[]}} */
  const book = JSON.parse(root.querySelector(".wss-data").textContent);
  const exercises = practisable(book);

  function show() {
    const { attempts } = model.get("work");
    const now = Date.now();
    const five = todaysFive(exercises, attempts, new Date(now).setHours(0, 0, 0, 0), now);
    const topics = [...scheduleOf(exercises, attempts).values()].sort((a, b) => a.due - b.due);
    const left = five.filter(({ done }) => !done).length;
    root.querySelector(".wss-due-said").textContent = !topics.length ? "Nothing to practise yet. Five days after you have answered the first exercises of a topic, it comes back here."
      : left ? `${count(left, "exercise")} to do now, from what is due.`
        : five.length ? "Done for today." : "Nothing is due today.";
    root.querySelector(".wss-due").replaceChildren(...five.map(({ exercise, done }) => itemOf(exercise, done)));
    const next = topics.find(({ due }) => due > now);
    root.querySelector(".wss-due-next").textContent = next && !left ? `Next: ${book.sets[next.set].title}, on ${dayOf(next.due)}.` : "";
    root.querySelector(".wss-due-topics").hidden = !topics.length;
    root.querySelector(".wss-due-topics tbody").replaceChildren(...topics.map(({ set, last, due }) => {
      const name = make("th", book.sets[set].title);
      name.setAttribute("scope", "row");
      return make("tr", name, make("td", dayOf(last)), make("td", due <= now ? "Now" : dayOf(due)));
    }));
  }

  /** @type {(exercise: Judged, done: boolean) => HTMLElement} */
  function itemOf(exercise, done) {
    const link = linkTo(exercise);
    const begin = () => {
      model.set("again", { id: exercise.id, version: exercise.version, at: Date.now() });
      model.save_changes();
    };
    if (!done && exercise.href) ["click", "auxclick"].forEach((press) => link.addEventListener(press, begin));
    return make("li", link, " ", make("span.wss-why", `${book.sets[exercise.set].title}${done ? " – done today ✓" : ""}`));
  }

  root.querySelector(".wss-calendar").addEventListener("click", () => {
    const name = giveFile(calendarOf(new Date()), "text/calendar", "who-says-so-practise.ics");
    root.querySelector(".wss-calendar-said").textContent = `Your browser was asked to save ${name}. Open that file, and your calendar takes the three days.`;
  });
  model.on("change:work", show);
  show();
});
