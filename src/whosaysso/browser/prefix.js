// Where in the browser's store the entries of this book begin.

/** Each copy of the book has a place of its own, and in an LMS each student. @param {string} book */
export function prefixOf(book) {
  const { content_root: root = "./", student } = document.documentElement.dataset;
  const whose = student === undefined ? "" : `student=${encodeURIComponent(student)}:`;
  return `${book}@${new URL(root, document.baseURI).pathname}:${whose}`;
}
