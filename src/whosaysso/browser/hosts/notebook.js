// A notebook, whose kernel keeps the answers and says which.

import { hosted } from "../exercise.js";

/** @import { Response } from "../../kinds/types" */
/** @import { Attempt, Model } from "../types" */

const UNKEPT = "This answer is not kept: no kernel answers. In a notebook, run all cells again, then check once more.";
const WAITS = "The notebook is still running its cells: this answer is kept once they have run.";
const UNHEARD_AFTER = 2_500; // milliseconds for a kernel that runs nothing

hosted.handedOn = (model, notice, response, attempt) => hear(model, notice, response, attempt);

/**
 * A kernel that runs cells is waited for; else it is told once more, since JupyterLite drops what waits behind a cell
 * that fails; and then none answers.
 * @type {(model: Model<"[data-exercise]">, notice: HTMLElement, response: Response, attempt: Attempt, again?: boolean) => void}
 */
function hear(model, notice, response, attempt, again = false) {
  setTimeout(() => {
    if (model.get("kept")?.includes(attempt.id)) return;
    const busy = model.widget_manager?.kernel?.status === "busy";
    if (busy || again) notice.textContent = busy ? WAITS : UNKEPT;
    if (busy || !again) hear(model, notice, response, attempt, !busy);
    try {
      if (!busy && !again) model.send?.({ response, attempt });
    } catch { /* there is no kernel any more, which is told next */ }
  }, UNHEARD_AFTER);
}
