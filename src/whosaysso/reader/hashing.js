// SHA-256 of a text in UTF-8 (FIPS 180-4). The browser's own is not there at every address, and is never at once.

/** The first 32 bits of what follows the point in the square or cube roots of the first primes. @type {(root: number, many: number) => number[]} */
const roots = (root, many) => {
  /** @type {number[]} */
  const primes = [];
  for (let n = 2; primes.length < many; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes.map((prime) => ((prime ** (1 / root)) % 1) * 0x100000000 | 0);
};

/** @type {(text: string) => string} */
export function hashText(text) {
  const bytes = new TextEncoder().encode(text);
  const blocks = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  new Uint8Array(blocks.buffer).set(bytes);
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(blocks.byteLength - 8, Math.floor(bytes.length / 0x20000000));
  blocks.setUint32(blocks.byteLength - 4, bytes.length << 3);
  const [state, keys, w] = [Int32Array.from(roots(2, 8)), Int32Array.from(roots(3, 64)), new Int32Array(64)];
  const turn = (/** @type {number} */ x, /** @type {number} */ n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let n = 0; n < 64; n++) {
      const [near, far] = [w[n - 2], w[n - 15]];
      w[n] = n < 16 ? blocks.getInt32(at + 4 * n)
        : (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)) + w[n - 7] + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + w[n - 16];
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let n = 0; n < 64; n++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + keys[n] + w[n]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((value, n) => (state[n] += value));
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
