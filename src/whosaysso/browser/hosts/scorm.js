// The host of a package in an LMS: brings back what the LMS has kept, and tells it the score as it stands.

import { standing } from "../counting.js";
import { merged } from "../merging.js";
import { packed, unpacked } from "../scorm/packing.js";
import { session } from "../scorm/session.js";
import { count } from "../words.js";
import { page } from "./page.js";

/** @import { Packed } from "../types" */

const ENDED = "This visit is over, and nothing more is reported. Open this from the LMS again.";
const UNTAKEN = "The LMS did not take the score: hand in the file that Download my work gives.";
const KEEPS_NONE = "The LMS keeps only the score and not your answers: download them before you leave.";

document.querySelectorAll("[data-lms]").forEach((root) => {
  const said = root.querySelector(".wss-lms-said");
  /** @type {Packed} */
  const about = JSON.parse(root.querySelector(".wss-data").textContent);
  const before = unpacked(session.get("cmi.suspend_data"), about);
  let lost = before.lost;
  let known = ""; // what was reported last
  let over = false;

  const mine = page.work.handIn();
  merged(mine, { ...mine, ...before.work }).entries.forEach((entry) => page.work.put(...entry));
  page.refresh();
  // Whose this is, the LMS says: the next student gets here by the LMS alone.
  if (document.documentElement.dataset.student !== undefined) document.querySelectorAll(".wss-leave").forEach((button) => (button.hidden = true));

  const say = (/** @type {string[]} */ ...words) => {
    const text = words.filter(Boolean).join(" ");
    if (said.textContent !== text) said.textContent = text;
  };

  function report() {
    if (over || session.why) return say(over ? ENDED : session.why);
    const work = page.work.handIn();
    const here = new Set(work.attempts.map((a) => a.id));
    lost = lost.filter((a) => !here.has(a.id));
    const all = { ...work, attempts: [...lost, ...work.attempts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
    const reasons = page.work.told(about.set.id);
    const members = about.exercises.map((exercise) => standing(exercise, about.set, all, reasons));
    const of = about.exercises.reduce((n, e) => n + (e.scored ? e.points : 0), 0);
    const percent = of > 0 && (about.set.mode === "practice" || reasons) ? Math.floor((100 * members.reduce((n, m) => n + m.points, 0)) / of + 0.5 + 1e-9) : null; // as at the desk
    const done = about.set.mode === "practice" ? members.every((m) => m.answered) : about.set.id in work.finished;
    const status = !done ? "incomplete" : about.pass === null || percent === null ? "completed" : percent >= about.pass ? "passed" : "failed";

    let taken = session.set("cmi.core.lesson_status", status);
    if (percent !== null) {
      session.set("cmi.core.score.min", "0"); // not every LMS has these two
      session.set("cmi.core.score.max", "100");
      taken = session.set("cmi.core.score.raw", String(percent)) && taken;
    }
    const { text, dropped } = packed(work, lost, about);
    const keeps = session.set("cmi.suspend_data", text);
    const now = JSON.stringify([status, percent, all.attempts.length]);
    if (now !== known) session.commit(); // not at each letter that is typed
    known = now;
    say(
      taken ? `Reported to the LMS: ${percent === null ? "" : `${percent} of 100, `}${done ? status : "not complete yet"}.` : UNTAKEN,
      !keeps ? KEEPS_NONE : dropped ? `${count(dropped, "answer")} did not fit into what the LMS keeps. The scores are kept there; take the answers along with Download my work.` : "",
    );
  }

  page.onChange(report);
  addEventListener("pagehide", () => {
    session.leave();
    over = !session.why;
  });
  addEventListener("pageshow", ({ persisted }) => persisted && report()); // Back, when the session has ended
  report();
});
