// The end of a deferred set: how much is answered, and the button that tells everything.

import { mounted } from "./mounted.js";

export const finishView = mounted("[data-set]", (root, model) => {
  const button = root.querySelector(".wss-finish");
  const said = root.querySelector(".wss-set-said");
  let asked = false;

  const counted = () => {
    const { answered, all, finished } = model.get("progress");
    asked = false; // of what was answered before, or by whom
    button.hidden = finished;
    said.textContent = finished ? "This set is finished: the reasons stand with each exercise." : `${answered} of ${all} answered.`;
  };
  button.addEventListener("click", () => {
    const { answered, all } = model.get("progress");
    if (answered < all && !asked) {
      asked = true;
      said.textContent = `${all - answered} not answered yet. Press again to finish all the same.`;
      return;
    }
    model.set("finish", (model.get("finish") ?? 0) + 1);
    model.save_changes();
  });
  model.on("change:progress", counted);
  counted();
});
