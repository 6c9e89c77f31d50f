import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled } from '../../test/support/bundled/bundled.ts';
import { root } from '../project.ts';
import type { WineNode } from './wine.ts';

/** Milliseconds from the start of the web host to its page, which holds the form. Throws where it ends before. */
export async function startToForm({ program, env }: WineNode): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-start-'));
  const began = performance.now();
  const child = spawn(program, [bundled('webHost'), '--no-open', '--data-dir', folder], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const link = await new Promise<string>((resolve, reject) => {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const found = /^Earshot is at (http:\S+)\r?$/mu.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`The web host ended: ${printed}`)));
    });
    const answer = await fetch(link);
    await answer.text();
    return performance.now() - began;
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
