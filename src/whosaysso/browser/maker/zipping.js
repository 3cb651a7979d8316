// A few texts as one zip, not squeezed: APPNOTE.TXT 6.3, with names in UTF-8 and a fixed time.

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
/** @param {Uint8Array} bytes */
const crc = (bytes) => ~bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;
/** Numbers in order, each in so many bytes, the lowest first. @param {[number, number][]} fields */
const fieldBytes = (...fields) => Uint8Array.from(fields.flatMap(([value, many]) => Array.from({ length: many }, (_, n) => (value >>> (8 * n)) & 255)));
/** @param {Uint8Array[]} parts */
function joinedBytes(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @type {(files: Record<string, string>) => Uint8Array<ArrayBuffer>} */
export function zipOf(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[][]} */
  const [bodies, entries] = [[], []];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [encoder.encode(path), encoder.encode(text)];
    const shared = fieldBytes([20, 2], [0x800, 2], [0, 2], [0, 2], [0x5a21, 2], [crc(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]);
    const body = joinedBytes([fieldBytes([0x04034b50, 4]), shared, name, data]);
    bodies.push(body);
    entries.push(joinedBytes([fieldBytes([0x02014b50, 4], [20, 2]), shared, fieldBytes([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name]));
    at += body.length;
  }
  const list = joinedBytes(entries);
  return joinedBytes([...bodies, list, fieldBytes([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [list.length, 4], [at, 4], [0, 2])]);
}
