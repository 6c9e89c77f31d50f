import type { CommandAnswer } from '../../../contract/commands.ts';
import type { Note, NoteRow, Notes } from '../../../contract/notes.ts';
import type { AppState, ListenedAgent } from '../../../contract/state.ts';
import { defaultForm } from '../../../main/notes/defaultForm.ts';

interface NoteFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly more: {
    readonly answer?: CommandAnswer;
    readonly small?: boolean;
    readonly act?: 'notes' | 'oneNote' | 'settingsNotes' | 'fold';
  };
}

/** The faces of notes: beside a listen, after it, all of them, none, and what is amiss. */
export function noteFaces(now: number, agent: ListenedAgent, working: AppState): readonly NoteFace[] {
  const { notes, settings } = working;
  const started = Date.UTC(2026, 10, 27, 9, 12);
  const open: NonNullable<Notes['open']> = { id: `${String(started)}-${agent.workNo}`, agent, started, heardFor: null, listening: true };
  const note: Note = {
    id: open.id,
    agent,
    started,
    heardFor: 754_000,
    form: defaultForm,
    text: 'Greeted by name, let the customer finish. Looked for the tariff for a long time; said why.\n\nNext time: sum up before the end.',
    scores: { opening: 5, understanding: 4, solution: 3, closing: false },
    history: [
      {
        at: started + 700_000,
        by: '1001',
        text: 'Greeted by name, let the customer finish. Looked for the tariff for a long time.',
        scores: { opening: 5 },
      },
      { at: started + 300_000, by: '1001', text: 'Greeted by name', scores: {} },
    ],
    revisions: 2,
  };
  const row = (index: number, more: Partial<NoteRow>): NoteRow => ({
    id: `${String(started - index * 4_000_000)}-${agent.workNo}`,
    agent,
    by: '1001',
    started: started - index * 4_000_000,
    heardFor: 754_000,
    grade: 80,
    excerpt: note.text.replaceAll('\n', ' '),
    ...more,
  });
  const rows = [
    row(0, {}),
    row(1, { agent: { workNo: '20017', name: '王秀英' }, grade: 0, excerpt: '语速太快，未核实身份。' }),
    row(2, { agent: { workNo: '20044', name: 'x'.repeat(200) }, grade: null, excerpt: '' }),
    ...Array.from({ length: 20 }, (_, index) => row(index + 3, { grade: 60 + index })),
  ];
  const blank: CommandAnswer = { ok: true, note: { ...note, text: '', scores: {}, heardFor: null, history: [], revisions: 0 } };
  const full: CommandAnswer = { ok: true, note, found: { total: 1_234, rows } };
  const listening: AppState['listen'] = { kind: 'listening', agent, since: now - 754_000, problem: null };
  const ended: AppState['listen'] = { kind: 'ended', agent, since: now - 5_000, outcome: 'stopped', problem: null, heardFor: 754_000 };
  const closed = { ...open, listening: false, heardFor: 754_000 };
  return [
    { name: 'note-listening', change: { listen: listening, notes: { ...notes, open } }, more: { answer: blank, small: true } },
    { name: 'note-after', change: { listen: ended, notes: { ...notes, open: closed } }, more: { answer: full } },
    { name: 'note-chinese', change: { language: 'zh-CN', listen: ended, notes: { ...notes, open: closed } }, more: { answer: full } },
    { name: 'note-folded', change: { listen: listening, notes: { ...notes, open } }, more: { answer: full, act: 'fold' } },
    { name: 'notes-page', change: {}, more: { answer: full, act: 'oneNote', small: true } },
    { name: 'notes-page-chinese', change: { language: 'zh-CN' }, more: { answer: full, act: 'oneNote' } },
    { name: 'notes-none', change: {}, more: { answer: { ok: true, found: { total: 0, rows: [] } }, act: 'notes' } },
    {
      name: 'notes-trouble',
      change: { notes: { ...notes, writable: false, damaged: 1, newer: 3, locked: 12 } },
      more: { answer: full, act: 'notes' },
    },
    {
      name: 'notes-settings',
      change: {
        notes: { ...notes, encrypted: false, formFault: { why: 'doesNotFit', line: 4, field: 'criteria.2.most' } },
        settings: { ...settings, values: { ...settings.values, scorecardFile: 'C:\\ProgramData\\Earshot\\scorecard.json' } },
      },
      more: { act: 'settingsNotes' },
    },
  ];
}
