import type { ListReader, ListReading } from '../../main/gateway/agentList.ts';

/** A roster answer with these entries. */
export function listAnswer(entries: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ message: '', retcode: '0', result: entries }));
}

/** A list as its reader reads it. */
export async function listOf(reader: ListReader, entries: readonly unknown[]): Promise<ListReading> {
  const { list } = await reader.read([listAnswer(entries)], 'application/json; charset=UTF-8');
  if (list === null) throw new Error('There was no list in the answer');
  return list;
}
