import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { inProject } from '../../scripts/project.ts';
import { bundled } from './bundled/bundled.ts';
import type { WebHostHere } from './webHostHere.ts';

/** Another Node.js that runs web hosts (webHostsProcess.ts). */
export interface WebHostsElsewhere {
  /** On this port if it can be had; 0: on a free one. */
  start(policy: Readonly<Record<string, unknown>>, port: number): Promise<WebHostHere>;
  stop(): Promise<void>;
}

const startedSchema = z.object({ link: z.string() });

export async function startWebHostsElsewhere(node: string): Promise<WebHostsElsewhere> {
  const child = spawn(node, [bundled('webHosts')], { cwd: inProject(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)));
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = /^Web hosts at (http:\S+)\r?$/mu.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The web hosts' process ended: ${output}`)));
  });

  async function ask(method: 'POST' | 'DELETE', where: string, body: string | null): Promise<unknown> {
    const answer = await fetch(`${address}/${where}`, { method, ...(body === null ? {} : { body }) });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${said}\n${output}`);
    return JSON.parse(said);
  }

  return {
    start: async (policy, wanted) => {
      const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-web-'));
      const { link } = startedSchema.parse(await ask('POST', '', JSON.stringify({ policy, dataFolder, port: wanted })));
      const { origin, port } = new URL(link);
      return {
        link,
        origin,
        port: Number(port),
        dataFolder,
        stop: async () => {
          await ask('DELETE', port, null);
          rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
        },
      };
    },
    stop: async () => {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}
