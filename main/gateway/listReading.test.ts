import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createEntryReader } from './agentEntry.ts';
import { createListReader, type ListReader } from './agentList.ts';

const json = 'application/json; charset=UTF-8';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function taken(reader: ListReader, body: string | Uint8Array, type = json) {
  const { answer, list } = await reader.read([typeof body === 'string' ? bytesOf(body) : body], type);
  if (list === null) return { answer, agents: null };
  await reader.take(list);
  return { answer, agents: [...reader.agents().values()].map(({ workNo, name }) => `${workNo} ${name}`) };
}

describe('an answer with a list', () => {
  test.each([
    ['written densely', '{"retcode":"0","result":[{"workno":"101","name":"A"},{"workno":"102","name":"B"}]}'],
    [
      'written wide',
      '\n{ "result" : [ \r\n{ "workno" : "101" , "name" : "A" } ,\t{ "workno":102, "name":"B" } ] , "retcode" : 0 }\n\u0000',
    ],
    [
      'with other lists in it',
      '{"event":{"result":[1]},"x":["]",{"result":[]}],"result":[{"workno":"101","name":"A","l":[{}]},{"workno":"102","name":"B"}],"retcode":"0"}',
    ],
    [
      'with brackets in its texts',
      '{"message":"\\"result\\":[","retcode":"0","result":[{"x":"]}\\\\","workno":"101","name":"A"},{"workno":"102","name":"B"}]}',
    ],
    [
      'with an earlier list of that name',
      '{"result":[{"workno":"103"}],"result":[{"workno":"101","name":"A"},{"workno":"102","name":"B"}],"retcode":"0"}',
    ],
    ['with raw control characters', '{"retcode":"0","result":[{"workno":"101","name":"A","x":"\u0001"},{"workno":"102","name":"B"}]}'],
  ])('%s is read, the first time as the second', async (_, body) => {
    const reader = createListReader();
    for (const time of ['first', 'second']) {
      expect([time, await taken(reader, body)]).toMatchObject([time, { answer: { kind: 'answer', answer: { retcode: '0' } } }]);
      expect((await taken(reader, body)).agents).toEqual(['101 A', '102 B']);
    }
  });

  test.each([
    ['cut off', '{"retcode":"0","result":[{"workno":"101"},{"wor'],
    ['cut off behind its list', '{"retcode":"0","result":[{"workno":"101"}]'],
    ['with a comma too many', '{"retcode":"0","result":[{"workno":"101"},]}'],
    ['with a comma too few', '{"retcode":"0","result":[{"workno":"101"}{"workno":"102"}]}'],
    ['with something else in it', '{"retcode":"0","result":[{"workno":"101"},{"workno":}]}'],
    ['without a code', '{"result":[{"workno":"101"}]}'],
    ['that is empty', ''],
  ])('%s is none, and what was known before stays', async (_, body) => {
    const reader = createListReader();
    await taken(reader, '{"retcode":"0","result":[{"workno":"101"}]}');
    expect(await taken(reader, body)).toMatchObject({ answer: { kind: 'notAnAnswer' }, agents: null });
    expect([...reader.agents().keys()]).toEqual(['101']);
  });

  test('of two lists with the name the later counts, be it empty', async () => {
    expect((await taken(createListReader(), '{"result":[{"workno":"103"}],"result":[],"retcode":"0"}')).agents).toEqual([]);
  });

  test('a refusal has no list', async () => {
    expect(await taken(createListReader(), '{"retcode":"000-003","message":""}')).toMatchObject({
      answer: { kind: 'answer', answer: { retcode: '000-003' } },
      agents: null,
    });
  });

  test('in the charset that it names is read so', async () => {
    // 王 in GBK.
    const body = Buffer.concat([bytesOf('{"retcode":"0","result":[{"workno":"101","name":"'), Buffer.from([0xcd, 0xf5]), bytesOf('"}]}')]);
    expect((await taken(createListReader(), body, 'application/json; charset=GBK')).agents).toEqual(['101 王']);
    expect((await taken(createListReader(), body)).agents).toEqual(['101 王']);
  });

  test('one name that was cut in its middle costs one character of this name', async () => {
    const body = Buffer.concat([
      bytesOf('{"retcode":"0","result":[{"workno":"101","name":"王秀'),
      Buffer.from([0xe8, 0x8b]),
      bytesOf('"},{"workno":"102","name":"李"}]}'),
    ]);
    expect((await taken(createListReader(), body)).agents).toEqual(['101 王秀\ufffd', '102 李']);
  });

  test('that was read and not taken changes nothing for the next', async () => {
    const reader = createListReader();
    await taken(reader, '{"retcode":"0","result":[{"workno":"101","name":"A"}]}');
    await reader.read([bytesOf('{"retcode":"0","result":[{"workno":"101","name":"B"}]}')], json);
    expect((await taken(reader, '{"retcode":"0","result":[{"workno":"101","name":"A"},{"workno":"102","name":"B"}]}')).agents).toEqual([
      '101 A',
      '102 B',
    ]);
  });

  test('read while another one is being read, is still taken for what it says', async () => {
    const list = (name: string): Uint8Array =>
      bytesOf(JSON.stringify({ retcode: '0', result: Array.from({ length: 1_200 }, (_, index) => ({ workno: 101 + index, name })) }));
    const reader = createListReader();
    await taken(reader, list('A'));
    const slow = reader.read([list('B')], json);
    await taken(reader, list('C'));
    await taken(reader, list('D'));
    const { list: late } = await slow;
    if (late === null) throw new Error('There was no list');
    expect((await reader.take(late))?.changed).toHaveLength(1_200);
    expect(new Set([...reader.agents().values()].map(({ name }) => name))).toEqual(new Set(['B']));
  });

  test('of megabytes, as a connection brings it, is read whole, and again with what changed in it', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({
      workno: String(101 + index),
      name: `Agent ${String(index)}`,
      x: 'x'.repeat(100),
    }));
    const reader = createListReader();
    const read = async () => {
      const bytes = bytesOf(JSON.stringify({ retcode: '0', result: entries }));
      const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, nth) => bytes.subarray(nth * 65_536, (nth + 1) * 65_536));
      const { list } = await reader.read(pieces, json);
      if (list === null) throw new Error('There was no list');
      return (await reader.take(list))?.changed.map(({ workNo, name }) => `${workNo} ${name}`);
    };
    expect(await read()).toHaveLength(20_000);
    Object.assign(entries[7] ?? {}, { name: 'Anna' });
    entries.splice(9_000, 1);
    entries.splice(15_000, 0, { workno: '59999', name: 'Li', x: '' });
    expect(await read()).toEqual(['108 Anna', '59999 Li']);
    expect(await read()).toEqual([]);
    expect(reader.agents().size).toBe(20_000);
  });

  test('in pieces of any length and whatever its entries are, is what a parser makes of it', async () => {
    const entry = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ workno: fc.integer({ min: 101, max: 105 }), name: fc.string({ unit: 'grapheme', maxLength: 4 }) }),
      },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    );
    const blank = fc.constantFrom(0, 0, 1, 2);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.array(entry, { maxLength: 6 }), blank, fc.nat(40)), { maxLength: 5 }), async (answers) => {
        const reader = createListReader();
        for (const [result, indent, cut] of answers) {
          const bytes = bytesOf(JSON.stringify({ retcode: '0', result, more: [] }, null, indent));
          const { list } = await reader.read([bytes.subarray(0, cut), bytes.subarray(cut)], json);
          if (list === null) throw new Error('There was no list');
          await reader.take(list);
          const readEntry = createEntryReader();
          const parsed = z.object({ result: z.array(z.unknown()) }).parse(JSON.parse(Buffer.from(bytes).toString()));
          expect(list.agents).toEqual(parsed.result.map((one) => readEntry(one)));
        }
      }),
    );
  });
});
