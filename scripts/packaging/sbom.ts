import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inProject, root } from '../project.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), license: z.string().optional() })),
});
const sbomSchema = z.looseObject({ bomFormat: z.literal('CycloneDX'), components: z.array(z.looseObject({})) });

/** What Earshot ships, as CycloneDX (JSON): the libraries of its bundles as npm tells them, and Electron itself. */
export async function sbom(): Promise<string> {
  const npm = process.env['npm_execpath'];
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev', '--package-lock-only'];
  const [program, args] = npm === undefined ? ['npm', words] : [process.execPath, [npm, ...words]];
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    // Windows finds npm.cmd only through its shell.
    shell: npm === undefined && process.platform === 'win32',
  });
  const bom = sbomSchema.parse(JSON.parse(stdout));
  return `${JSON.stringify({ ...bom, components: [...bom.components, electron()] }, null, 2)}\n`;
}

/** To npm Electron is a tool; to those who install Earshot it is the greater part of it. */
function electron(): Readonly<Record<string, unknown>> {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')));
  const { version = '', license = '' } = packages['node_modules/electron'] ?? {};
  const purl = `pkg:npm/electron@${version}`;
  return { 'bom-ref': `electron@${version}`, type: 'framework', name: 'electron', version, purl, licenses: [{ license: { id: license } }] };
}
