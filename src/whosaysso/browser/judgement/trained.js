// One line on whether "sure" was right as often as it sounds: after ten answers, and anew at every tenth.

import { facility } from "../../measures/wilson.js";
import { average } from "../../measures/moments.js";
import { SURELY } from "./firsts.js";

/** @import { Attempt } from "../types" */

const EVERY = 10;
const FEWEST_SURE = 3;

/** Of first answers outside the tests; the attempts are in the order of time. @type {(attempts: Attempt[], tests: string[]) => string} */
export function sureLine(attempts, tests) {
  const first = new Map([...attempts].reverse().map((a) => [a.exercise, a]));
  const said = attempts.filter((a) => first.get(a.exercise) === a && !tests.includes(a.exercise) && a.confidence !== null && a.confidence !== undefined && a.claimed !== null);
  const many = EVERY * Math.floor(said.length / EVERY);
  if (!many) return "";
  const sure = said.slice(0, many).filter(({ confidence }) => Number(confidence) >= SURELY);
  const begin = `In your first ${many} answers that say how sure you are, you were sure or rather sure ${sure.length === 1 ? "once" : `${sure.length} times`}`;
  const found = sure.length < FEWEST_SURE ? null : facility(sure.map(({ claimed }) => Number(claimed)));
  if (!found) return `${begin}, too seldom to say more.`;
  const sounds = average(sure.map(({ confidence }) => Number(confidence)));
  const fits = found.high < sounds ? "That is less than it sounds like." : "That is not clearly less than it sounds like.";
  return `${begin}, and earned ${Math.round(100 * found.value)}% of the points there. ${fits}`;
}
