// The behaviour of the bar "My work": take the answers along, bring them back, hand the computer on.

import { count, saveFile } from "./keeping.js";
import { mounted } from "./mounted.js";

export const workView = mounted("[data-work]", (root, model) => {
  const code = root.querySelector(".wss-code");
  const file = root.querySelector(".wss-file");
  const said = root.querySelector(".wss-work-said");
  const leave = root.querySelector(".wss-leave");
  let leaving = false;

  const download = () => saveFile({ ...model.get("work"), code: code.value.trim() });
  const counted = () => {
    const number = model.get("work").attempts.length;
    root.querySelector(".wss-work-count").textContent = number
      ? `${count(number, "checked answer")} kept on this device, nowhere else.`
      : "No answer kept yet. What you answer is kept on this device, nowhere else.";
  };
  /**
   * Ask the host; the same question again, and the same reply, are news too.
   * @type {(name: "loaded" | "cleared", value: string | number) => void}
   */
  const ask = (name, value) => {
    model.set("said", "");
    model.set(name, "");
    model.set(name, value);
    model.save_changes();
  };
  root.querySelector(".wss-download").addEventListener("click", () => {
    download();
    said.textContent = "Your work is downloaded: one file, to keep or to hand in.";
  });
  root.querySelector(".wss-load").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const text = await /** @type {FileList} */ (file.files)[0].text();
    file.value = "";
    ask("loaded", text);
  });
  leave.addEventListener("click", () => {
    leaving = !leaving;
    leave.textContent = leaving ? "Yes: download, then clear" : "I am someone else";
    said.textContent = leaving ? "This downloads all answers and then clears them here, for the next reader. Press again to do it." : "";
    if (leaving) return;
    download();
    ask("cleared", Number(model.get("cleared") ?? 0) + 1);
  });
  model.on("change:work", counted);
  model.on("change:said", () => (said.textContent = model.get("said")));
  said.textContent = model.get("said") ?? "";
  counted();
});
