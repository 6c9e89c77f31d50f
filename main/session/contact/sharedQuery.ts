/**
 * One query at a time, for all who want its answer. Who asks while one is out shares the next one, as the answer under way may be
 * older than the question: fifty events that each raise it cost two queries. `ask` never rejects.
 */
export function sharedQuery<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let out: Promise<Answer> | null = null;
  let next: Promise<Answer> | null = null;

  function share(): Promise<Answer> {
    if (out === null) {
      out = ask().finally(() => {
        out = null;
      });
      return out;
    }
    next ??= out.then(() => {
      next = null;
      return share();
    });
    return next;
  }

  return share;
}
