/**
 * Runs what it is given one after the other, in the order in which it was given; each settles as its work does. What failed does not
 * keep the next one from its turn.
 */
export function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
