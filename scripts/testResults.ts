import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What came of a part of the tests, by name where a name is needed. */
export interface Results {
  readonly passed: number;
  /** Name and the beginning of what was said. */
  readonly failed: readonly string[];
  /** Name and reason. */
  readonly skipped: readonly string[];
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).optional() })),
    }),
  ),
});

/** Reads the JSON report of Vitest. Throws when there is none. */
export function vitestResults(file: string): Results {
  const { testResults } = vitestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tests = testResults.flatMap((each) => each.assertionResults);
  const brokenFiles = testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0);
  const notRun = tests.filter((each) => each.status !== 'passed' && each.status !== 'failed');
  return {
    passed: tests.filter((each) => each.status === 'passed').length,
    failed: [
      ...tests.filter((each) => each.status === 'failed').map((each) => withReason(each.fullName, each.failureMessages?.[0])),
      ...brokenFiles.map((each) => each.name),
    ],
    skipped: notRun.map((each) => `${each.fullName} (${each.status})`),
  };
}

const testSchema = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
});

const suiteSchema = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(testSchema) })),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const playwrightSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.object({ message: z.string().optional() })) });

/** Reads the JSON report of Playwright. Throws when there is none. */
export function playwrightResults(file: string): Results {
  const { suites, errors } = playwrightSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const specs = suites.flatMap(specsOf);
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ name: `${spec.file}: ${spec.title}`, ...test })));
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: [
      ...tests
        .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
        .map((test) => withReason(test.name, test.results[0]?.error?.message)),
      ...errors.map((error) => error.message ?? 'an error outside of the tests'),
    ],
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => `${test.name} (${reasonOf(test.annotations)})`),
  };
}

type Suite = z.infer<typeof suiteSchema>;

function specsOf(suite: Suite): Suite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function reasonOf(annotations: z.infer<typeof testSchema>['annotations']): string {
  return annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'no reason given';
}

/** Colours are for terminals; the first lines of an error tell what was expected and what came. */
function withReason(name: string, message: string | undefined): string {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  return [name, ...said.slice(0, 5)].join('\n    ');
}
