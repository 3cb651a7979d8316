// The session with an LMS by SCORM 1.2: looked for, begun once, and ended once, when the page is left.
// Nothing else of the page starts before it is known whose answers these are.

/** @import { Api, Session } from "../types" */

const PATIENCE = 3_000; // milliseconds for an LMS that is slow to put its API there
const STEP = 100;
const HIGHEST = 10; // frames within frames

const NOBODY = "No LMS answers here, so nothing is reported. Your answers are kept in this browser: hand in the file that Download my work gives.";
const REFUSED = "The LMS did not begin a session, so nothing is reported. Close this page and open it from the LMS again, or hand in the file that Download my work gives.";
const LOOKING = "The LMS has opened this only to be looked at, so nothing is reported.";

/** @type {(start: Window | null) => Api | null} */
function apiAround(start) {
  let here = start;
  try {
    for (let n = 0; here && n < HIGHEST; n += 1) {
      if (here.API) return here.API;
      here = here.parent === here ? null : here.parent;
    }
  } catch { /* a window of another origin does not let us look */ }
  return null;
}

/** @type {() => Promise<Api | null>} */
async function lookedFor() {
  const alone = window.parent === window && !window.opener;
  for (let waited = 0; ; waited += STEP) {
    const api = apiAround(window) ?? apiAround(window.opener);
    if (api || alone || waited >= PATIENCE) return api;
    await new Promise((done) => setTimeout(done, STEP));
  }
}

/** @type {(api: Api | null) => Session} */
function begun(api) {
  const ask = (/** @type {string} */ name, /** @type {string[]} */ ...values) => {
    try {
      return String(api?.[name]?.(...values) ?? "");
    } catch {
      return ""; // an LMS that breaks takes nothing of the page with it
    }
  };
  const since = Date.now();
  /** @type {Map<string, string>} */
  const sent = new Map();
  let open = ask("LMSInitialize", "") === "true";

  /** @type {Session} */
  const session = {
    why: api ? REFUSED : NOBODY,
    get: (name) => (open ? ask("LMSGetValue", name) : ""),
    set(name, value) {
      if (!open) return false;
      if (sent.get(name) === value) return true;
      const taken = ask("LMSSetValue", name, value) === "true";
      if (taken) sent.set(name, value);
      return taken;
    },
    commit: () => void (open && ask("LMSCommit", "")),
    leave() {
      if (!open) return;
      session.set("cmi.core.session_time", timespan(Date.now() - since));
      if (!session.why) session.set("cmi.core.exit", "suspend"); // else an LMS may throw away what it was given
      session.commit();
      ask("LMSFinish", "");
      open = false;
    },
  };
  if (open) {
    session.why = /^(browse|review)$/.test(session.get("cmi.core.lesson_mode")) ? LOOKING : "";
    // An LMS that names nobody gets a place that nobody else has.
    document.documentElement.dataset.student = session.get("cmi.core.student_id") || String(crypto.getRandomValues(new Uint32Array(1))[0]);
  }
  return session;
}

/** As SCORM writes how long something took: hours, minutes, seconds and hundredths. @param {number} milliseconds */
function timespan(milliseconds) {
  const seconds = Math.min(milliseconds / 1000, 9999 * 3600);
  const two = (/** @type {number} */ n) => String(Math.floor(n)).padStart(2, "0");
  return `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two((seconds * 100) % 100)}`;
}

export const session = begun(await lookedFor());
