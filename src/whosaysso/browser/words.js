// Words that several views need.

/** @type {(n: number, thing: string) => string} */
export const count = (n, thing) => `${n} ${thing}${n === 1 ? "" : "s"}`;
