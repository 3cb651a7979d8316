import type { Sorting } from "../sort/types";

declare module "../types" {
  interface Kinds {
    judge: Sorting;
  }
}
