// Which language a text is in, as far as its letters and its commonest words tell: the twin of language.py.

/** @type {[string, RegExp][]} */
const SCRIPTS = [
  ["ur", /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/g],
  ["fa", /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/g],
  ["ar", /[\u0600-\u06ff]/g],
  ["he", /[\u0590-\u05ff]/g],
  ["hi", /[\u0900-\u097f]/g],
  ["bn", /[\u0980-\u09ff]/g],
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["ru", /[\u0400-\u04ff]/g],
  ["el", /[\u0370-\u03ff]/g],
  ["th", /[\u0e00-\u0e7f]/g],
];
const COMMON = Object.entries({
  en: "the of and to in that was is for on with by said",
  de: "der die das und in den von zu ist mit nicht auf",
  fr: "le la les de des et en un une est que dans",
  es: "el la los de del y en un una es que por",
  tr: "ve bir bu da de için ile olarak daha çok",
}).map(([language, words]) => /** @type {const} */ ([language, new Set(words.split(" "))]));
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** A tag such as ur; en where nothing tells another. @type {(words: string) => string} */
export function guessLanguage(words) {
  const looked = [...words.slice(0, 40_000)].slice(0, 20_000).join("");
  const many = (/** @type {RegExp} */ sign) => looked.match(sign)?.length ?? 0;
  const letters = many(/\p{L}/gu);
  const script = SCRIPTS.find(([, sign]) => many(sign) * 20 > letters);
  if (script) return script[0];
  const found = (looked.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase());
  const counts = COMMON.map(([language, common]) => ({ language, count: found.filter((word) => common.has(word)).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).language;
}

/** @param {string} language */
export const directionOf = (language) => (RIGHT_TO_LEFT.has(language.split("-")[0]) ? "rtl" : "ltr");
