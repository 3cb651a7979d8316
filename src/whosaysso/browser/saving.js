// Giving the reader a file.

/** @import { HandIn } from "./types" */

/** Ask the browser to save a file, and say how it is called: whether it did, no page is told. @type {(work: HandIn, name?: string) => string} */
export function saveFile(work, name = "who-says-so") {
  const whose = work.code.replace(/[^\p{L}\p{N}-]+/gu, "-") || work.readers[0]?.slice(0, 6) || "nobody";
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10); // the reader's own
  return giveFile(`${JSON.stringify(work, null, 1)}\n`, "application/json", `${name}-${whose}-${today}.json`);
}

/** @type {(content: BlobPart, type: string, name: string) => string} */
export function giveFile(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link); // where an editor listens for it
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return link.download;
}
