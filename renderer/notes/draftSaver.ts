import type { Scores } from '../../contract/notes.ts';

/** What is typed of a note. */
export interface NoteDraft {
  readonly text: string;
  readonly scores: Scores;
}

export type SaveStatus = 'saved' | 'saving' | 'failed';

export interface DraftSaverOptions {
  /** Whether it is on the disk. */
  save(draft: NoteDraft): Promise<boolean>;
  /** Runs it once after so many milliseconds. */
  after(ms: number, run: () => void): void;
  onStatus(status: SaveStatus): void;
}

/** Saves what is typed, again and again. */
export interface DraftSaver {
  typed(draft: NoteDraft): void;
  /** What is not saved yet is sent at once: nobody types any more. */
  flush(): void;
}

/** Milliseconds: what is typed within them goes together. */
const together = 120;

/** Milliseconds from a failure to the next attempt. */
const retryAfter = 3_000;

/** One save at a time, so that an older draft never comes after a newer one. */
export function createDraftSaver({ save, after, onStatus }: DraftSaverOptions): DraftSaver {
  let unsaved: NoteDraft | null = null;
  let isSending = false;
  let isPlanned = false;

  async function send(): Promise<void> {
    if (isSending || unsaved === null) return;
    const sent = unsaved;
    isSending = true;
    const isSaved = await save(sent);
    isSending = false;
    if (isSaved && unsaved === sent) unsaved = null;
    onStatus(unsaved === null ? 'saved' : isSaved ? 'saving' : 'failed');
    if (unsaved !== null) plan(isSaved ? together : retryAfter);
  }

  function plan(ms: number): void {
    if (isPlanned || isSending) return;
    isPlanned = true;
    after(ms, () => {
      isPlanned = false;
      void send();
    });
  }

  return {
    typed: (draft) => {
      unsaved = draft;
      onStatus('saving');
      plan(together);
    },
    flush: () => {
      void send();
    },
  };
}
