/** What the page says of a problem: what happened (`{doubt}` takes why a certificate is not accepted), and what to do about it. */
export interface ProblemWords {
  readonly sentence: string;
  readonly remedy: string;
}
