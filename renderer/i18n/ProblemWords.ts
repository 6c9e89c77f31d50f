/** What the page says of a problem: what happened, and what to do about it. */
export interface ProblemWords {
  readonly sentence: string;
  readonly remedy: string;
}
