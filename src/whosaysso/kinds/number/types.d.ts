/** One number, in bands of credit. */
interface Single {
  range: false;
  key: {
    bands: { from: number; to: number; credit: number; feedback: string }[];
    otherwise: { credit: number; feedback: string };
  };
}

/** A lowest and a highest number. */
interface Between {
  range: true;
  key: {
    bands?: undefined;
    low: number;
    high: number;
    widest: number;
    feedback: Record<"right" | "crossed" | "narrow" | "wide", string>;
  };
}

declare module "../types" {
  interface Kinds {
    number: Single | Between;
  }
}

export {};
