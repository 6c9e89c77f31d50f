import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beginning, linkEntry, type Linked } from '../../../main/audit/chain.ts';
import { fileFor } from '../../../main/audit/fileNames.ts';
import type { Listener } from '../../../main/audit/listenWatch.ts';

/** How large a centre is, and how much was listened to in it. */
export interface Size {
  readonly agents: number;
  readonly past: number;
}

const minute = 60_000;

/** An audit trail that grows by listens of four minutes. */
export function pastListens({ inspector, gateway }: Listener): { listen(agent: string, at: number): readonly [Linked, Linked] } {
  let end = beginning;
  return {
    listen: (agent, at) => {
      const begun = linkEntry(end, { kind: 'listenStarted', inspector, gateway, agent, how: 'asked' }, at);
      const ending = { kind: 'listenEnded', inspector, agent, outcome: 'stopped', code: 'stopped', heardFor: 4 * minute } as const;
      const ended = linkEntry(begun.end, ending, at + 4 * minute);
      ({ end } = ended);
      return [begun, ended];
    },
  };
}

/** Writes a trail into a folder of past listens, one each minute up to `now` (milliseconds since 1970), of one agent after the other. */
export async function writePastListens(
  folder: string,
  listener: Listener,
  workNos: readonly string[],
  past: number,
  now: number,
): Promise<void> {
  const trail = pastListens(listener);
  const files = new Map<string, string[]>();
  let newest: string | null = null;
  for (let index = 0; index < past; index += 1) {
    // The last has ended by now.
    const at = now - (past - index + 4) * minute;
    for (const { entry, line } of trail.listen(workNos[index % workNos.length] ?? '', at)) {
      newest = fileFor(Date.parse(entry.time), newest);
      const lines = files.get(newest) ?? [];
      lines.push(line);
      files.set(newest, lines);
    }
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, lines] of files) await writeFile(path.join(folder, name), lines.join(''), { mode: 0o600 });
}
