// What a zip holds, read where it lies: the twin of the zips in desk/files.py. The browser itself unpacks.
// The form is that of PKWARE's APPNOTE 6.3.10, sections 4.3 to 4.5, without passwords.

/** @import { Handed } from "./types" */

const MOST = 250_000;
const TIGHTEST = 200;
const LARGEST_ZIP = 100_000_000;
const DEEPEST = 2;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const NEAR_64 = 0x07064b50;
const FULL = 0xffffffff; // a number that stands elsewhere, in eight bytes

/**
 * The files in a zip by name, and in the zips in it; what cannot be read is among them with its reason.
 * @type {(zip: Blob, inside: string, largest: number, depth?: number) => Promise<Handed[]>}
 */
export async function filesInZip(zip, inside, largest, depth = 0) {
  let entries;
  try {
    entries = await entriesOf(zip);
  } catch (error) {
    const reason = error instanceof RangeError && error.message.startsWith("this zip") ? error.message : "this is not a zip, or it is damaged";
    return [{ path: inside.replace(/\/$/, "") || "the zip", reason }];
  }
  /** @type {Map<string, number>} */
  const times = new Map();
  /** @type {Handed[]} */
  const found = [];
  for (const entry of entries) {
    times.set(entry.name, (times.get(entry.name) ?? 0) + 1);
    const again = Number(times.get(entry.name)) > 1 ? ` (${times.get(entry.name)})` : "";
    const path = `${inside}${entry.name.replace(/^\/+/, "")}${again}`;
    if (!isZip(path)) found.push({ path, system: isSystem(path), read: () => unpacked(zip, entry, largest) });
    else if (depth + 1 >= DEEPEST) found.push({ path, reason: "this zip lies too deep in others" });
    else {
      try {
        found.push(...await filesInZip(new Blob([/** @type {DataView<ArrayBuffer>} */ (await unpacked(zip, entry, LARGEST_ZIP))]), `${path}/`, largest, depth + 1));
      } catch {
        found.push({ path, reason: "this is not a zip, or it is damaged" });
      }
    }
  }
  return found;
}

/** @typedef {{ name: string, method: number, packed: number, size: number, at: number, locked: boolean, link: boolean }} Entry */

/** What the central directory names, whose place stands at the end. @type {(zip: Blob) => Promise<Entry[]>} */
async function entriesOf(zip) {
  const tail = new DataView(await zip.slice(Math.max(0, zip.size - 65_577)).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("no zip");
  let [many, long, begin] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  let stop = zip.size - tail.byteLength + end; // where the directory ends
  if (end >= 20 && tail.getUint32(end - 20, true) === NEAR_64) {
    stop -= 76;
    const more = new DataView(await zip.slice(stop, stop + 56).arrayBuffer());
    if (more.getUint32(0, true) !== END_64) throw new Error("damaged");
    [many, long, begin] = [32, 40, 48].map((place) => long64(more, place));
  }
  const before = stop - long - begin; // what a program put before the zip
  const view = new DataView(await zip.slice(begin + before, stop).arrayBuffer());
  /** @type {Entry[]} */
  const entries = [];
  for (let place = 0, n = 0; n < many; n++) {
    if (view.getUint32(place, true) !== ENTRY) throw new Error("damaged");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
    const flags = view.getUint16(place + 8, true);
    const [size, packed, at] = sizesOf(view, place, place + 46 + name, extra);
    entries.push({
      name: named(new Uint8Array(view.buffer, place + 46, name), Boolean(flags & 0x800)),
      method: view.getUint16(place + 10, true), packed, size,
      at: at + before, locked: Boolean(flags & 1), link: view.getUint32(place + 38, true) >>> 28 === 0xa,
    });
    place += 46 + name + extra + comment;
  }
  const files = entries.filter((entry) => !entry.name.endsWith("/"));
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > MOST || size > TIGHTEST * zip.size) throw new RangeError("this zip holds far more than a class can have handed in");
  return files.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** @type {(view: DataView, place: number) => number} */
const long64 = (view, place) => Number(view.getBigUint64(place, true));

/** Size, packed size and place of a file; those that need eight bytes stand in the field 1 of what is extra. @type {(view: DataView, entry: number, place: number, long: number) => number[]} */
function sizesOf(view, entry, place, long) {
  const sizes = [24, 20, 42].map((offset) => view.getUint32(entry + offset, true));
  for (const stop = place + long; place + 4 <= stop; place += 4 + view.getUint16(place + 2, true)) {
    if (view.getUint16(place, true) !== 1) continue;
    let next = place + 4;
    return sizes.map((size) => (size === FULL ? long64(view, (next += 8) - 8) : size));
  }
  return sizes;
}

/** A name in UTF-8, or as an older program wrote it, whose signs beyond English are then guessed. @type {(bytes: Uint8Array, utf8: boolean) => string} */
const named = (bytes, utf8) => new TextDecoder(utf8 ? "utf-8" : "latin1").decode(bytes);

/** What stands in a file of a zip, up to one byte more than is taken. @type {(zip: Blob, entry: Entry, largest: number) => Promise<DataView>} */
async function unpacked(zip, entry, largest) {
  if (entry.link) throw new RangeError("this is a link, which is not followed");
  if (entry.locked) throw new RangeError("this file is locked with a password");
  if (entry.size > TIGHTEST * Math.max(entry.packed, 100)) throw new RangeError("this file is packed more tightly than answers can be");
  if (![0, 8].includes(entry.method)) throw new RangeError("this file is packed in a way that only few programs read: unpack the zip, and give the folder");
  try {
    const head = new DataView(await zip.slice(entry.at, entry.at + 30).arrayBuffer());
    if (head.getUint32(0, true) !== LOCAL) throw new Error("damaged");
    const begin = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    const packed = zip.slice(begin, begin + entry.packed);
    return new DataView(await (entry.method ? inflated(packed, Math.min(largest, entry.size) + 1) : packed.slice(0, largest + 1).arrayBuffer()));
  } catch {
    throw new RangeError("this file is damaged in the zip");
  }
}

/** The bytes that were packed by *deflate*, and no more than `most` of them. @type {(packed: Blob, most: number) => Promise<ArrayBuffer>} */
export async function inflated(packed, most) {
  const reader = packed.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {BlobPart[]} */
  const parts = [];
  for (let size = 0; size < most;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.byteLength;
  }
  reader.cancel().catch(() => {});
  return new Blob(parts).slice(0, most).arrayBuffer();
}

/** @param {string} path */
export const isZip = (path) => path.toLowerCase().endsWith(".zip") && !isSystem(path);

/** Whether a computer put the file there by itself. @param {string} path */
export function isSystem(path) {
  const folders = path.split("/");
  const name = String(folders.pop());
  return name.startsWith(".") || name.startsWith("~$") || ["Thumbs.db", "desktop.ini"].includes(name) || folders.includes("__MACOSX");
}
