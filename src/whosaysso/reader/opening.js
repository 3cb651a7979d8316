// What a reader opens, as text and as nothing else: of a page or a marked-up file only its words are kept.

const ENDS_LINE = "br li tr dt dd figcaption";
const ENDS_PARAGRAPH = "p div section article header footer main aside h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr address";
const NO_TEXT = "script style template noscript head svg math iframe object embed canvas audio video select textarea button nav form";
const TOO_OTHER = "This is not a text file. If it is a PDF or from an office program, open it there, select its text, and paste it here.";

/** The text of a file, by its name; throws an error in words. @type {(name: string, bytes: DataView) => string} */
export function openText(name, bytes) {
  const text = decodeText(bytes);
  if (/\.x?html?$/i.test(name)) return textOfPage(text);
  return /\.(md|markdown)$/i.test(name) ? textOfMarkdown(text) : text;
}

/** @type {(bytes: DataView) => string} */
export function decodeText(bytes) {
  const [first, second] = [0, 1].map((n) => (n < bytes.byteLength ? bytes.getUint8(n) : -1));
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  let text;
  try {
    text = new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes); // what older programs write
  }
  if (/^%PDF|^PK\u0003\u0004|\0/.test(text.slice(0, 4_000))) throw new Error(TOO_OTHER);
  return text;
}

/** A document that nobody shows: nothing in it runs, and nothing is fetched. @type {(html: string) => string} */
export function textOfPage(html) {
  const whole = new DOMParser().parseFromString(html, "text/html");
  const articles = whole.querySelectorAll("article, main");
  const body = articles.length === 1 ? articles[0] : whole.body;
  /** @type {string[]} */
  const found = [];
  gather(body, found);
  return found.join("").replace(/[ \t]*\n[ \t]*/g, "\n").trim();
}

/** @type {(node: Node, found: string[]) => void} */
function gather(node, found) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) found.push(String(child.nodeValue).replace(/\s+/g, " "));
    if (!(child instanceof Element)) continue;
    const tag = ` ${child.localName} `;
    if (` ${NO_TEXT} `.includes(tag) || child.hasAttribute("hidden")) continue;
    const around = ` ${ENDS_PARAGRAPH} `.includes(tag) ? "\n\n" : ` ${ENDS_LINE} `.includes(tag) ? "\n" : "";
    found.push(around);
    if (child.localName === "li") found.push("• ");
    gather(child, found);
    if (/^t[dh]$/.test(child.localName) && child.nextElementSibling) found.push(" | ");
    found.push(around);
  }
}

/** Markdown without its marks; its lines stay as they are. @type {(text: string) => string} */
export const textOfMarkdown = (text) =>
  text.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n---\r?\n/, "")
    .replace(/^(```|~~~).*$/gm, "")
    .replace(/^ {0,3}#{1,6} +(.*?)( +#+)?$/gm, "\n$1\n")
    .replace(/^( {0,3}> ?)+/gm, "")
    .replace(/^ {0,3}([-*_] *){3,}$/gm, "")
    .replace(/^( *)[*+] /gm, "$1- ")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, "$2")
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]+?)[*_](?!\w)/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1");
