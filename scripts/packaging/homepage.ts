import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ homepage: z.string().optional() });

/** Said where nothing is known: a domain that says of itself that it is none (RFC 2606). */
const none = 'https://earshot.invalid';

/** What electron-builder, which makes no .deb without a project's page, is to be told beside package.json; null: it finds one itself. */
export function missingHomepage(project: string): string | null {
  const { homepage } = manifestSchema.parse(JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')));
  return homepage === undefined && !isOnGitHub(origin(project)) ? none : null;
}

/** `https://github.com/owner/name.git`, `git@github.com:owner/name.git` */
export function isOnGitHub(remote: string): boolean {
  return /^(?:(?:https|ssh):\/\/)?(?:[^/@]+@)?github\.com[:/]/u.test(remote);
}

/** Empty where there is none. */
function origin(project: string): string {
  const { status, stdout } = spawnSync('git', ['-C', project, 'remote', 'get-url', 'origin'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}
