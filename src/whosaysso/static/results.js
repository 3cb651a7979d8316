// Progress and points, by chapter and by kind, from a reader's own records.

import { mounted } from "./mounted.js";

export const results = mounted("[data-results]", (root, model) => {
  const { sets, kinds, exercises } = JSON.parse(root.querySelector(".wss-data").textContent);

  function show() {
    const work = model.get("work");
    const all = exercises.map((e) => standing(e, sets[e.set], work));
    const answered = all.filter((s) => s.answered).length;
    const mine = sum(all);
    root.querySelector(".wss-results-said").textContent = answered
      ? `${answered} of ${all.length} exercises answered. ${mine.of ? `${points(mine.points)} of ${points(mine.of)} points on those that are scored.` : "None of them has a score yet."}`
      : "No exercise answered yet. Answer one, and it shows here.";
    fill(".wss-by-set", Object.entries(sets).map(([id, set]) => [set, all.filter((s) => s.set === id)]));
    fill(".wss-by-kind", Object.entries(kinds).map(([id, title]) => [{ title }, all.filter((s) => s.kind === id)]));
  }

  function fill(selector, groups) {
    const rows = groups.map(([{ title, href }, members]) => {
      const { points: earned, of } = sum(members);
      const row = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      const name = head.appendChild(document.createElement(href ? "a" : "span"));
      name.textContent = title;
      if (href) name.href = href;
      row.append(head, cell(`${members.filter((m) => m.answered).length} of ${members.length}`), cell(of ? `${points(earned)} of ${points(of)}` : "–"), cell(remarks(members)));
      return row;
    });
    root.querySelector(selector).replaceChildren(...rows);
  }

  model.on("change:work", show);
  show();
});

/** What one exercise adds: the attempt that counts, where there is one that this edition's exercise can be scored by. */
function standing({ id, set, kind, version, points, scored }, { mode, attempts }, work) {
  const mine = work.attempts.filter((a) => a.exercise === id);
  const now = mine.filter((a) => a.version === version);
  const untold = mode === "deferred" && !work.finished.includes(set);
  const claimed = now.map((a) => a.claimed).filter((c) => c !== null);
  const counts = { first: claimed[0], last: claimed.at(-1), best: Math.max(...claimed) }[attempts];
  const has = scored && claimed.length > 0 && !untold;
  return { set, kind, answered: mine.length > 0, points: has ? counts * points : 0, of: has ? points : 0,
    untold: untold && now.length > 0, unscored: !scored && now.length > 0, changed: mine.length > 0 && !now.length };
}

const sum = (all) => ({ points: all.reduce((n, s) => n + s.points, 0), of: all.reduce((n, s) => n + s.of, 0) });
const points = (number) => String(Math.round(number * 10) / 10);

function remarks(members) {
  const many = (what) => members.filter((m) => m[what]).length;
  return [
    many("untold") && `${many("untold")} told when the set is finished`,
    many("unscored") && `${many("unscored")} not scored`,
    many("changed") && `${many("changed")} changed since`,
  ].filter(Boolean).join("; ");
}

function cell(text) {
  const made = document.createElement("td");
  made.textContent = text;
  return made;
}
