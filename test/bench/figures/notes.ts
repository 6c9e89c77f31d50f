import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditFolder } from '../../../main/audit/files.ts';
import { createBook } from '../../../main/notes/book.ts';
import { defaultForm } from '../../../main/notes/defaultForm.ts';
import { createNoteDrafts } from '../../../main/notes/drafts.ts';
import { keyOf } from '../../../main/notes/entry.ts';
import { createNoteStore } from '../../../main/notes/store.ts';
import { createDraftSaver } from '../../../renderer/notes/draftSaver.ts';
import { readableBox } from '../../support/readableBox.ts';
import { silentLog } from '../../support/silentLog.ts';
import { percentiles, type Figure } from '../figure.ts';

const savedWithin = 300;
const foundWithin = 50;
const allNotes = 100_000;
const agents = 10_000;
const began = Date.UTC(2025, 0, 1);

/** From the last key of what is typed to its line on the disk: the page's pause, the write, the flush. The way between the two is left out. */
const noteSaved: Figure = {
  name: 'note-saved',
  unit: 'ms',
  goal: `p95 ≤ ${String(savedWithin)}`,
  measure: async ({ quick }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-notes-'));
    try {
      const store = createNoteStore({ files: auditFolder(folder), box: readableBox, encrypted: () => true });
      const desk = createNoteDrafts({ store, log: silentLog, nameOf: () => '', onChange: () => undefined });
      const id = `${String(began)}-20001`;
      desk.begin({ id, agent: '20001', gateway: 'gw:8043', started: began, inspector: '291' });
      const took: number[] = [];
      let text = '';
      for (let times = 0; times < (quick ? 30 : 200); times += 1) {
        text += ' Greeted by name, let the customer finish.'.slice(0, 20);
        took.push(
          await new Promise<number>((resolve, reject) => {
            const pressed = performance.now();
            const saver = createDraftSaver({
              save: async (draft) => {
                const saved = await desk.save({ id, ...draft, by: '291', form: defaultForm, at: began + times * 1_000 });
                if (saved === 'saved') resolve(performance.now() - pressed);
                else reject(new Error(`The note was not saved: ${saved}`));
                return true;
              },
              after: (ms, run) => {
                setTimeout(run, ms);
              },
              onStatus: () => undefined,
            });
            saver.typed({ text, scores: { opening: times % 6 } });
          }),
        );
      }
      const figure = percentiles(took);
      return [{ ...figure, met: figure.p95 <= savedWithin }];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const words = ['greeted', 'tariff', 'friendly', 'silence', '语速', '身份', 'customer', 'waited', 'calm', 'solution', 'transfer', 'invoice'];

/** From the query to the first page of notes, whatever is searched: frequent words, rare ones, names, nothing. */
const noteSearch: Figure = {
  name: 'note-search',
  unit: 'ms',
  goal: `p95 ≤ ${String(foundWithin)} at 100,000 notes`,
  measure: ({ quick, say }) => {
    const book = createBook((workNo) => `Agent ${words[Number(workNo) % words.length] ?? ''} ${workNo}`);
    const form = keyOf(defaultForm);
    book.addForm(form, defaultForm);
    say(`  ${allNotes.toLocaleString('en')} notes`);
    for (let index = 0; index < allNotes; index += 1) {
      const agent = String(20_000 + (index % agents));
      const started = began + index * 300_000;
      const text = Array.from({ length: 30 }, (_, at) => words[(index * 7 + at * at) % words.length]).join(' ');
      book.add({
        v: 1,
        kind: 'note',
        id: `${String(started)}-${agent}`,
        rev: 1,
        at: new Date(started).toISOString(),
        by: '291',
        agent,
        gateway: 'gw:8043',
        started: new Date(started).toISOString(),
        heardFor: 60_000,
        form,
        scores: { opening: index % 6 },
        text: `${text} ${String(index)}`,
      });
    }
    const queries = ['greeted', '身份 tariff', 'agent silence', '20017', 'no such word', '99999', 'g', ''];
    const took: { readonly clock: number; readonly cpu: number }[] = [];
    for (let times = 0; times < (quick ? 40 : 400); times += 1) {
      const before = performance.now();
      const cpuBefore = process.threadCpuUsage();
      book.find(queries[times % queries.length] ?? '', 0);
      const { user, system } = process.threadCpuUsage(cpuBefore);
      took.push({ clock: performance.now() - before, cpu: (user + system) / 1_000 });
    }
    // The first one puts the notes in order.
    const counted = took.slice(1);
    const figure = percentiles(counted.map(({ clock }) => clock));
    return Promise.resolve([
      { ...figure, met: figure.p95 <= foundWithin },
      { at: 'CPU time of the thread', ...percentiles(counted.map(({ cpu }) => cpu)) },
    ]);
  },
};

export const noteFigures: readonly Figure[] = [noteSaved, noteSearch];
