import { describe, expect, test } from 'vitest';
import type { ExportedNote, JudgedCriterion, NoteExport } from '../../contract/noteExport.ts';
import { exported } from '../../main/notes/exported.ts';
import { compareNotes, readNoteExport } from '../../renderer/statistics/compare.ts';
import { beginListen, runOn, started, typed } from '../support/notesBench.ts';

const at = Date.UTC(2026, 10, 3, 9);

function note(by: string, points: Readonly<Record<string, number | null>>, more: Partial<ExportedNote> = {}): ExportedNote {
  const criteria = Object.entries(points).map(([id, given]): JudgedCriterion => ({
    id,
    name: id,
    kind: id === 'closing' ? 'yesNo' : 'points',
    points: given,
    most: 5,
  }));
  return {
    started: new Date(at).toISOString(),
    agent: '20001',
    gateway: 'gw:8043',
    heardForMs: 300_000,
    grade: 80,
    form: 'Calls',
    revisions: [{ at: new Date(at).toISOString(), by, text: '', criteria }],
    ...more,
  };
}

const file = (...notes: ExportedNote[]): NoteExport => ({ earshotNotes: 1, notes });

describe('two inspectors’ notes', () => {
  test('are compared where both heard the same call, and more than a step apart is marked', () => {
    const one = file(note('291', { opening: 5, solution: 3, closing: 5, rules: null }));
    const other = file(note('292', { opening: 3, solution: 2, closing: 0, rules: 5 }, { started: new Date(at + 200_000).toISOString() }));
    const compared = compareNotes(one, other);
    expect(compared).toMatchObject({ inspectors: ['291', '292'], judged: 3, apart: 2 });
    expect(compared.calls).toHaveLength(1);
    expect(compared.calls[0]?.criteria.map(({ id, apart }) => [id, apart])).toEqual([
      ['opening', true],
      ['solution', false],
      ['closing', true],
      ['rules', false],
    ]);
  });

  test('of another agent, another time or another form have no call in common', () => {
    const one = file(note('291', { opening: 5 }));
    for (const more of [{ agent: '20002' }, { started: new Date(at + 3_600_000).toISOString() }, { form: 'Chats' }]) {
      expect(compareNotes(one, file(note('292', { opening: 1 }, more))).calls).toEqual([]);
    }
  });

  test('are laid beside each other one by one, the nearest in time', () => {
    const later = { started: new Date(at + 250_000).toISOString() };
    const one = file(note('291', { opening: 5 }), note('291', { opening: 4 }, later));
    const other = file(note('292', { opening: 4 }, later), note('292', { opening: 5 }));
    expect(compareNotes(one, other)).toMatchObject({ judged: 2, apart: 0 });
  });

  test('are read as Earshot saves them, and nothing else is', async () => {
    const { desk } = runOn();
    beginListen(desk, started);
    await desk.save(typed('Good', { scores: { opening: 4, closing: true } }));
    const book = await desk.book();
    const text = exported(book.all(''), (entry) => book.formOf(entry), 'json', 'en');
    const read = readNoteExport(text);
    expect(read?.notes).toMatchObject([{ agent: '20001', heardForMs: null }]);
    if (read === null) throw new Error('not read');
    expect(compareNotes(read, read)).toMatchObject({ judged: 2, apart: 0 });
    for (const other of ['', '{}', '[]', text.slice(0, -9), '{"earshotNotes":2,"notes":[]}']) expect(readNoteExport(other)).toBeNull();
  });
});
