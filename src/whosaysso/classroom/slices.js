// Work cut into slices of time, so that the page can be read, scrolled and left meanwhile.

const A_SLICE = 24; // milliseconds before the page may draw

/** Gives what to wait for after each piece of work: nothing, until a slice is over. */
export function sliced() {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < A_SLICE) return false;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
    return true;
  };
}
