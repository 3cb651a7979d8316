// The types of what the measures give. The type checker alone reads this file; no page holds it.

/** A figure with the lowest and the highest value of its interval of 95 %. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** How two kinds of claims are told apart. */
export interface Signal {
  /** How far apart the two kinds are for this reader, in standard deviations; 0 is chance. */
  dprime: Estimate;
  /** Above 0: slow to say yes; below 0: quick to. */
  bias: Estimate;
  /** Hits minus false alarms. */
  difference: Estimate;
}

/** The answers that were given with one sureness. */
export interface Bin {
  sure: number;
  answers: number;
  /** The share that should be right, if the word means what it says. */
  expected: number;
  /** The share that was right. */
  right: Estimate;
}

export interface Calibration {
  answers: number;
  brier: number;
  /** How much surer than right, on average; below 0: less sure than right. */
  over: Estimate | null;
  /** How far from 0 that lies by chance, 95 times of 100, for whoever is as sure as right. */
  allowed: number;
  bins: Bin[];
}

/** What a class gained between two tests. */
export interface Effect {
  people: number;
  before: number;
  after: number;
  /** In points of the test, 0 to 1. */
  gain: Estimate;
  /** In standard deviations of the scores. */
  size: Estimate | null;
}
