// Elements made by the page. Whatever a reader typed or opened goes in as text.

/** @typedef {Record<string, string | boolean>} Attributes */

/** @type {<T extends keyof HTMLElementTagNameMap>(tag: T, attributes?: Attributes, ...children: (Node | string)[]) => HTMLElementTagNameMap[T]} */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value === true ? "" : value);
  if (/^(button|input|select|textarea|summary)$/.test(tag)) made.dataset.lmSuppressShortcuts = "true";
  made.append(...children);
  return made;
}

/** @type {(text: string, press: () => void, attributes?: Attributes) => HTMLButtonElement} */
export function pressable(text, press, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

/** A field with its question above. @type {(question: string, field: HTMLElement, help?: string) => HTMLLabelElement} */
export const asked = (question, field, help = "") =>
  element("label", { class: "wss-asked" }, element("span", {}, question, ...(help ? [element("small", {}, ` ${help}`)] : [])), field);

/** A table with a caption; the first cell of a row names it. @type {(caption: string, heads: string[], rows: (string | Node)[][]) => HTMLTableElement} */
export const tableOf = (caption, heads, rows) =>
  element("table", {}, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map(([first, ...cells]) => element("tr", {}, element("th", { scope: "row", dir: "auto" }, first), ...cells.map((cell) => element("td", { dir: "auto" }, cell))))));
