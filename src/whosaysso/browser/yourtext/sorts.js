// What may be said of a source and of a number: the words of the book for both.

export const SORT_NAMES = /** @type {Record<string, string>} */ ({
  "": "not said yet",
  party: "a party to the conflict, by its name",
  witness: "a witness or an expert, by name",
  record: "a record: a register, a log, a document",
  relay: "a relay: another outlet, social media",
  unnamed: "people without names: “locals”, “officials”",
  nobody: "nobody: “reportedly”, “it is said”",
  other: "something else",
});
export const FIVE_QUESTIONS = /** @type {[string, string][]} */ ([["says", "Who says so?"], ["counts", "Whom or what does it count?"], ["where_when", "Where and when?"],
  ["how_known", "How do they know?"], ["settles", "What would settle it?"]]);
