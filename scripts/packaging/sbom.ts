import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inProject, root } from '../project.ts';

const lockSchema = z.object({
  name: z.string(),
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), dev: z.boolean().optional() })),
});
const sbomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

export type Sbom = z.infer<typeof sbomSchema>;

/**
 * What Earshot ships, as CycloneDX (JSON): the libraries of its bundles, and Electron, which to npm is a tool of development.
 * All that npm tells of, less what the lock file calls a tool: npm's own `--omit=dev`, which NODE_ENV=production means, too, also leaves out libraries that a tool has in another version.
 */
export async function sbom(): Promise<Sbom> {
  const { name, packages } = lockSchema.parse(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')));
  const shipped = new Set(
    Object.entries(packages)
      .filter(([place, { dev = false }]) => !dev || place === 'node_modules/electron')
      .map(([place, { version = '' }]) => `${place.split('node_modules/').at(-1) ?? ''}@${version}`),
  );
  const told = sbomSchema.parse(
    JSON.parse(await npm(['sbom', '--include', 'dev', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'])),
  );
  const application = told.metadata.component['bom-ref'];
  const components = told.components.filter(({ name: library, version }) => shipped.has(`${library}@${version}`));
  const refs = new Set([application, ...components.map((component) => component['bom-ref'])]);
  return {
    ...told,
    // npm names the application after the folder that it lies in.
    metadata: { ...told.metadata, component: { ...told.metadata.component, name } },
    components,
    dependencies: told.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => refs.has(ref)) })),
  };
}

async function npm(words: readonly string[]): Promise<string> {
  const own = process.env['npm_execpath'];
  const [program, args] = own === undefined ? ['npm', words] : [process.execPath, [own, ...words]];
  // Windows finds npm.cmd only through its shell.
  const shell = own === undefined && process.platform === 'win32';
  const { stdout } = await promisify(execFile)(program, [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024, shell });
  return stdout;
}
