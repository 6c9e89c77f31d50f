import { expect, test } from 'vitest';
import { createDraftSaver, type NoteDraft, type SaveStatus } from './draftSaver.ts';

function stage() {
  const sent: { readonly draft: NoteDraft; readonly answer: (isSaved: boolean) => void }[] = [];
  const timers: (() => void)[] = [];
  const said: SaveStatus[] = [];
  const saver = createDraftSaver({
    save: (draft) =>
      new Promise((resolve) => {
        sent.push({ draft, answer: resolve });
      }),
    after: (_ms, run) => timers.push(run),
    onStatus: (status) => said.push(status),
  });
  const pass = (): void => {
    for (const run of timers.splice(0)) run();
  };
  return { sent, said, saver, pass, settle: () => new Promise(setImmediate) };
}

const draft = (text: string): NoteDraft => ({ text, scores: {} });

test('what is typed close together goes together', () => {
  const { sent, saver, pass } = stage();
  saver.typed(draft('a'));
  saver.typed(draft('ab'));
  pass();
  expect(sent.map((each) => each.draft.text)).toEqual(['ab']);
});

test('what is typed while a save is under way follows it, and only then it is saved', async () => {
  const { sent, said, saver, pass, settle } = stage();
  saver.typed(draft('a'));
  pass();
  saver.typed(draft('ab'));
  pass();
  expect(sent).toHaveLength(1);
  sent[0]?.answer(true);
  await settle();
  expect(said.at(-1)).toBe('saving');
  pass();
  expect(sent[1]?.draft.text).toBe('ab');
  sent[1]?.answer(true);
  await settle();
  expect(said.at(-1)).toBe('saved');
});

test('what could not be saved is said, and tried again', async () => {
  const { sent, said, saver, pass, settle } = stage();
  saver.typed(draft('a'));
  pass();
  sent[0]?.answer(false);
  await settle();
  expect(said.at(-1)).toBe('failed');
  pass();
  expect(sent).toHaveLength(2);
});

test('what waits is sent at once when nobody types any more', () => {
  const { sent, saver } = stage();
  saver.typed(draft('a'));
  saver.flush();
  expect(sent).toHaveLength(1);
});
