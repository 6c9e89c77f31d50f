import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultForm } from './defaultForm.ts';
import { memoryFiles } from '../../test/support/trails.ts';
import { beginListen, id, onDisk, runOn, started, typed } from '../../test/support/notesBench.ts';

const month = 'notes-2026-11.jsonl';

describe('a note', () => {
  test('is on the disk when it is said to be saved', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    expect(await desk.save(typed('Greeted late'))).toBe('saved');
    expect(onDisk(files)).toContain('Greeted late');
  });

  test('is there in the next run, though this one was killed while it was typed', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('Gree'));
    await desk.save(typed('Greeted', { scores: { opening: 2 } }));
    const next = runOn({ files });
    await next.desk.open(365, null);
    expect((await next.desk.book()).find('greeted', 0)).toMatchObject({ total: 1, rows: [{ id, excerpt: 'Greeted', by: '291' }] });
  });

  test('is what was typed last in the next run, though this one was killed after it stood, before the drafts were emptied', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('Gree'));
    await desk.save(typed('Greeted'));
    const drafts = files.content.get('drafts.jsonl') ?? '';
    await desk.settle();
    files.content.set('drafts.jsonl', drafts);
    expect(await runOn({ files }).desk.read(id, defaultForm)).toMatchObject({ text: 'Greeted', revisions: 1 });
  });

  test('has a history of what it said when typing rested, with who and when', async () => {
    const { desk } = runOn();
    beginListen(desk);
    await desk.save(typed('Fir'));
    await desk.save(typed('First'));
    await desk.settle();
    await desk.save(typed('Second', { by: '292', at: started + 120_000 }));
    await desk.settle();
    const note = await desk.read(id, defaultForm);
    expect(note?.text).toBe('Second');
    expect(note?.history).toEqual([
      { at: started + 120_000, by: '292', text: 'Second', scores: {} },
      { at: started + 60_000, by: '291', text: 'First', scores: {} },
    ]);
  });

  test('says how long the listen was heard, once it is over', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('Fine'));
    desk.heard(id, 42_000, started + 90_000);
    await desk.settle();
    expect((await runOn({ files }).desk.read(id, defaultForm))?.heardFor).toBe(42_000);
  });

  test('is none as long as nothing was written', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    expect(await desk.save(typed(''))).toBe('saved');
    desk.heard(id, 42_000, started + 90_000);
    await desk.settle();
    expect(onDisk(files)).toBe('');
    expect((await desk.book()).find('', 0).total).toBe(0);
  });

  test('of a listen that nobody knows is refused', async () => {
    expect(await runOn().desk.save(typed('Hello'))).toBe('unknown');
  });

  test('keeps the form that it was judged by, though the administrator has another one since', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('Old', { scores: { opening: 3 } }));
    await desk.settle();
    const other = { title: 'Other', criteria: [{ kind: 'points' as const, id: 'all', name: 'All', most: 3 }] };
    const next = runOn({ files });
    await next.desk.save(typed('Changed', { form: other, scores: { opening: 4 } }));
    expect((await next.desk.read(id, other))?.form).toEqual(defaultForm);
  });
});

describe('a disk that fails', () => {
  test.each(['failing', 'torn', 'unsure'] as const)('(%s) is told, and what was typed is there when it works again', async (fault) => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('One'));
    files.disk = fault;
    expect(await desk.save(typed('One two'))).toBe('notWritten');
    expect(desk.shown().writable).toBe(false);
    files.disk = 'good';
    expect(await desk.save(typed('One two three'))).toBe('saved');
    expect(desk.shown().writable).toBe(true);
    const next = runOn({ files });
    expect((await next.desk.read(id, defaultForm))?.text).toBe('One two three');
    expect(next.desk.shown()).toEqual({ writable: true, damaged: 0, newer: 0, locked: 0 });
  });
});

describe('killed at any moment', () => {
  test('nothing that was said to be saved is lost, and nothing is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
            fc.constant('rest' as const),
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.nat(),
        fc.nat(400),
        async (acts, dies, bytes) => {
          const files = memoryFiles();
          const plain = files.append;
          let writes = 0;
          const life = { isOver: false };
          files.append = async (name, text) => {
            writes += 1;
            if (writes === 1 + (dies % (acts.length + 1))) {
              life.isOver = true;
              await plain(name, text.slice(0, bytes % (text.length + 1)));
            }
            if (life.isOver) throw new Error('killed');
            await plain(name, text);
          };
          const { desk } = runOn({ files });
          beginListen(desk);
          let saved = '';
          let tried = '';
          for (const act of acts) {
            if (life.isOver) break;
            if (act === 'rest') await desk.settle();
            else {
              tried = act;
              if ((await desk.save(typed(act))) === 'saved') saved = act;
            }
          }
          files.append = plain;
          const next = runOn({ files });
          const text = (await next.desk.read(id, defaultForm))?.text ?? '';
          expect([saved, tried]).toContain(text);
          expect(next.desk.shown()).toEqual({ writable: true, damaged: 0, newer: 0, locked: 0 });
        },
      ),
    );
  });
});

describe('files that are not as Earshot left them', () => {
  async function written(): Promise<ReturnType<typeof memoryFiles>> {
    const { desk, files } = runOn();
    for (const [index, text] of ['First', 'Second', 'Third'].entries()) {
      const listen = beginListen(desk, started + index * 1_000);
      await desk.save(typed(text, { id: listen }));
      await desk.settle();
    }
    return files;
  }

  test('cut off in the middle: what can be read is read, the rest is told and stays', async () => {
    const files = await written();
    const text = files.content.get(month) ?? '';
    files.content.set(month, text.slice(0, -3));
    const { desk } = runOn({ files });
    expect((await desk.book()).find('', 0).total).toBe(2);
    expect(desk.shown().damaged).toBe(1);
    const listen = beginListen(desk, started + 9_000);
    await desk.save(typed('Fourth', { id: listen }));
    await desk.settle();
    expect(files.content.get(month)).toContain('Third');
    const next = runOn({ files });
    expect((await next.desk.book()).find('', 0).total).toBe(3);
    expect(next.desk.shown().damaged).toBe(1);
  });

  test('doubled: every note is there once', async () => {
    const files = await written();
    const text = files.content.get(month) ?? '';
    files.content.set(month, text + text);
    const { desk } = runOn({ files });
    expect((await desk.book()).find('', 0).total).toBe(3);
    expect(desk.shown().damaged).toBe(0);
  });

  test('with lines of a newer Earshot: they are told, and stay', async () => {
    const files = await written();
    const newer = '{"v":2,"kind":"note","mood":"good"}\n';
    files.content.set(month, `${newer}${files.content.get(month) ?? ''}`);
    const { desk } = runOn({ files });
    expect((await desk.book()).find('', 0).total).toBe(3);
    expect(desk.shown()).toMatchObject({ newer: 1, damaged: 0 });
    expect(files.content.get(month)).toContain(newer);
  });

  test('the clock set back: notes go on in the newest file, and none is lost', async () => {
    const files = await written();
    const { desk } = runOn({ files });
    const listen = beginListen(desk, started - 90 * 86_400_000);
    await desk.save(typed('Back then', { id: listen, at: started - 90 * 86_400_000 }));
    await desk.settle();
    expect([...files.content.keys()].filter((name) => name.startsWith('notes-'))).toEqual([month]);
    expect((await runOn({ files }).desk.book()).find('', 0).total).toBe(4);
  });
});

describe('retention', () => {
  test('removes the months that are over for longer than the policy lets notes be kept', async () => {
    const { desk, files } = runOn();
    beginListen(desk);
    await desk.save(typed('Old'));
    await desk.settle();
    const later = Date.UTC(2027, 1, 1);
    const listen = beginListen(desk, later);
    await desk.save(typed('New', { id: listen, at: later }));
    await desk.settle();
    await desk.open(90, null);
    expect((await desk.book()).find('', 0).total).toBe(2);
    await desk.open(90, Date.UTC(2027, 2, 15));
    expect(onDisk(files)).not.toContain('Old');
    expect((await desk.book()).find('', 0).rows).toMatchObject([{ excerpt: 'New' }]);
  });
});

describe('encryption', () => {
  test('leaves nothing of a note readable on the disk', async () => {
    const { desk, files } = runOn({ encrypted: true });
    beginListen(desk);
    await desk.save(typed('Between us'));
    expect(onDisk(files)).not.toContain('Between us');
    expect(onDisk(files)).not.toContain('20001');
    await desk.settle();
    expect(onDisk(files)).not.toContain('Between us');
    expect((await runOn({ files, encrypted: true }).desk.read(id, defaultForm))?.text).toBe('Between us');
  });

  test('that cannot be undone now is told; nothing is lost, and all is there when it can', async () => {
    const { desk, files } = runOn({ encrypted: true });
    beginListen(desk);
    await desk.save(typed('Settled'));
    await desk.settle();
    const listen = beginListen(desk, started + 1_000);
    await desk.save(typed('Being typed', { id: listen }));
    let isOpen = false;
    const box = {
      available: () => isOpen,
      seal: (text: string) => Buffer.from(text).toString('base64'),
      open: (sealed: string) => Buffer.from(sealed, 'base64').toString(),
    };
    const next = runOn({ files, box, encrypted: true });
    expect((await next.desk.book()).find('', 0).total).toBe(0);
    expect(next.desk.shown().locked).toBeGreaterThan(0);
    const third = beginListen(next.desk, started + 2_000);
    await next.desk.save(typed('Plain meanwhile', { id: third }));
    await next.desk.settle();
    isOpen = true;
    expect((await next.desk.book()).find('', 0).total).toBe(3);
    expect(next.desk.shown().locked).toBe(0);
  });

  test('is left out where the system offers none', async () => {
    const box = { available: () => false, seal: () => expect.unreachable(), open: () => null };
    const { desk, files } = runOn({ box, encrypted: true });
    beginListen(desk);
    await desk.save(typed('In plain words'));
    expect(onDisk(files)).toContain('In plain words');
  });
});

describe('searching', () => {
  test('finds every word wherever it stands: text, number, name, inspector; in any width and case', async () => {
    const { desk } = runOn({ names: { '20001': 'Li Wei', '20002': '王小明' } });
    beginListen(desk);
    await desk.save(typed('Very FRIENDLY'));
    const listen = beginListen(desk, started + 1_000, '20002');
    await desk.save(typed('语速太快', { id: listen, by: '292' }));
    const book = await desk.book();
    const found = (query: string) => book.find(query, 0).rows.map(({ agent }) => agent.workNo);
    expect(found('friendly li')).toEqual(['20001']);
    expect(found('ＦＲＩＥＮＤＬＹ')).toEqual(['20001']);
    expect(found('小明 语速')).toEqual(['20002']);
    expect(found('２０００２')).toEqual(['20002']);
    expect(found('292')).toEqual(['20002']);
    expect(found('friendly 小明')).toEqual([]);
    expect(found('')).toEqual(['20002', '20001']);
  });

  test('gives a page at a time, and how many there are in all', async () => {
    const { desk } = runOn();
    for (let count = 0; count < 120; count += 1) {
      const listen = beginListen(desk, started + count * 1_000);
      await desk.save(typed(`Note ${String(count)}`, { id: listen }));
    }
    const book = await desk.book();
    expect(book.find('note', 0).total).toBe(120);
    expect(book.find('note', 0).rows[0]?.excerpt).toBe('Note 119');
    expect(
      book
        .find('note', 100)
        .rows.map(({ excerpt }) => excerpt)
        .at(-1),
    ).toBe('Note 0');
  });
});
