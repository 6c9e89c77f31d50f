import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { SerializedError, TestError } from 'vitest';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { root } from '../project.ts';
import { tell, type News } from './news.ts';

/** Tells `npm test` what Vitest does, as it does it. */
export default class implements Reporter {
  #asked: RegExp | undefined;

  onInit({ config }: Vitest): void {
    this.#asked = config.testNamePattern;
  }

  onTestRunStart(specifications: readonly unknown[]): void {
    void tell({ kind: 'planned', steps: specifications.length });
  }

  onTestCaseReady(test: TestCase): void {
    // Vitest 5 may tell of a beginning after the end (findings/vitest-reporter-ready-after-result.sh): it would run for ever.
    if (test.result().state !== 'pending') return;
    void tell({ kind: 'began', ...named(test) });
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    // Who was not asked for is not skipped.
    if (result.state === 'pending' || this.#asked?.test(titleOf(test)) === false) return;
    void tell({ kind: 'ended', ...named(test), outcome: result.state, why: why(result) });
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) void tell({ kind: 'broken', what: `${fileOf(module)}: ${told(error)}` });
    void tell({ kind: 'stepDone' });
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    for (const error of unhandled) void tell({ kind: 'broken', what: told(error) });
    return tell({ kind: 'finished' });
  }
}

function named(test: TestCase): Pick<Extract<News, { kind: 'began' }>, 'id' | 'file' | 'title'> {
  return { id: test.id, file: fileOf(test.module), title: titleOf(test) };
}

/** As Vitest itself sees it when it looks for a name. */
function titleOf(test: TestCase): string {
  return test.fullName.replaceAll(' > ', ' ');
}

function fileOf(module: TestModule): string {
  return path.relative(root, module.moduleId).replaceAll(path.sep, '/');
}

function why(result: Exclude<ReturnType<TestCase['result']>, { state: 'pending' }>): string {
  if (result.state === 'skipped') return result.note ?? 'no reason given';
  return (result.errors ?? []).map(told).join('\n');
}

/** The message, what differed, where in the project, and what caused it: of a property the counterexample, then what it broke. */
function told({ name, message, diff, stacks, cause }: TestError | SerializedError): string {
  const place = stacks?.find(({ file }) => !file.includes('node_modules'));
  const where = place === undefined ? '' : `at ${path.relative(root, place.file)}:${String(place.line)}`;
  const why = cause === undefined ? '' : `caused by ${told(cause)}`;
  const parts: readonly string[] = [`${name ?? 'Error'}: ${message}`, typeof diff === 'string' ? diff : '', where, why];
  return stripVTControlCharacters(parts.filter((part) => part !== '').join('\n'));
}
