// The quantiles of Student's t and of F, by way of the regularised incomplete beta function: the twin of beta.py.

const TINY = 1e-300;
const CLOSE = 1e-16;

/** @type {(p: number, freedom: number) => number} */
export function tQuantile(p, freedom) {
  if (p < 0.5) return -tQuantile(1 - p, freedom);
  const x = betaQuantile(2 * (1 - p), freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}

/** @type {(p: number, above: number, below: number) => number} */
export function fQuantile(p, above, below) {
  const x = betaQuantile(p, above / 2, below / 2);
  return (below * x) / (above * (1 - x));
}

/** @type {(p: number, a: number, b: number) => number} */
export function betaQuantile(p, a, b) {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
}

/** @type {(x: number, a: number, b: number) => number} */
export function incompleteBeta(x, a, b) {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  return front / fraction(x, a, b);
}

/** @type {(x: number, a: number, b: number) => number} */
function fraction(x, a, b) {
  let [value, c, d] = [1, 1, 0];
  for (let n = 1; ; n++) {
    const m = Math.floor(n / 2);
    const part = ((n % 2 ? -(a + m) * (a + b + m) : m * (b - m)) * x) / ((a + n - 1) * (a + n));
    d = 1 / (1 + part * d || TINY);
    c = 1 + part / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < CLOSE || n > 2000) return value;
  }
}

/** The logarithm of the gamma function, by Stirling's series (DLMF 5.11.1) from 10 upwards. @type {(x: number) => number} */
function logGamma(x) {
  let below = 0;
  for (; x < 10; x++) below += Math.log(x);
  const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156].map((c, n) => c / x ** (2 * n + 1));
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series.reduce((sum, s) => sum + s, 0) - below;
}
