import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inProject } from '../../scripts/project.ts';

const folder = inProject('.github', 'workflows');
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional(), with: z.looseObject({}).optional() });
const job = z.looseObject({
  permissions: permissions.optional(),
  uses: z.string().optional(),
  'timeout-minutes': z.number().optional(),
  steps: z.array(step).default([]),
});
const workflow = z.looseObject({ on: z.record(z.string(), z.unknown()), permissions, jobs: z.record(z.string(), job) });

const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8')));

describe.each(files)('the workflow $name', ({ text }) => {
  const { permissions: allowed, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((each) => each.steps);

  it('may read the code and nothing else, but for the job that makes the release', () => {
    expect(allowed).toEqual({ contents: 'read' });
    for (const [name, each] of Object.entries(jobs)) {
      if (each.permissions !== undefined) expect([name, each.permissions]).toEqual(['release', { contents: 'write' }]);
    }
  });

  it('takes the actions of others at one commit, never at a tag that can be moved', () => {
    for (const { uses } of [...steps, ...Object.values(jobs)]) {
      if (uses !== undefined && !uses.startsWith('./')) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
    }
  });

  it('leaves no credentials in the checked-out code', () => {
    for (const each of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(each.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('lets no secret and nothing that a stranger wrote into a command line', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('runs only commands that package.json has', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run )?([\w:]+)/gu)].map(([, name]) => name ?? ''));
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('ends in time, whatever hangs', () => {
    for (const each of Object.values(jobs)) if (each.uses === undefined) expect(each['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

it('packages are made on the three systems, and a tag attaches them with checksums and the bill of materials', () => {
  const text = (name: string): string => files.find((each) => each.name === name)?.text ?? '';
  for (const system of ['ubuntu-', 'windows-', 'macos-']) expect(text('package.yml')).toContain(system);
  for (const part of ['sha256sum', 'npm run sbom', 'gh release create', 'tags:']) expect(text('release.yml')).toContain(part);
});
