import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestError, TestResult, TestStep } from '@playwright/test/reporter';
import { root } from '../project.ts';
import { tell, type News } from './news.ts';

/** Tells `npm test` what Playwright does, as it does it. */
export default function playwrightReporter(): Reporter {
  return {
    onBegin: (_config, suite) => {
      void tell({ kind: 'planned', steps: suite.allTests().length });
    },
    onTestBegin: (test) => {
      void tell({ kind: 'began', ...named(test) });
    },
    onTestEnd: (test, result) => {
      void tell({ kind: 'ended', ...named(test), ...outcomeOf(test, result) });
      void tell({ kind: 'stepDone' });
    },
    onError: (error) => {
      void tell({ kind: 'broken', what: told(error) });
    },
    onEnd: () => tell({ kind: 'finished' }),
  };
}

function named(test: TestCase): Pick<Extract<News, { kind: 'began' }>, 'id' | 'file' | 'title'> {
  // The path begins with nothing, the project and the file.
  const title = test.titlePath().slice(3).join(' ');
  return { id: test.id, file: path.relative(root, test.location.file).replaceAll(path.sep, '/'), title };
}

function outcomeOf(test: TestCase, result: TestResult): Pick<Extract<News, { kind: 'ended' }>, 'outcome' | 'why'> {
  switch (result.status) {
    case 'skipped':
      return { outcome: 'skipped', why: test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given' };
    case 'passed':
      return { outcome: 'passed', why: '' };
    case 'failed':
    case 'timedOut':
    case 'interrupted':
      return { outcome: 'failed', why: [...result.errors.map(told), ...inStep(result.steps)].join('\n') };
  }
}

/** The step of the test's own in which it ended, with those around it; nothing where it ended outside of any. */
function inStep(steps: readonly TestStep[]): string[] {
  const [outermost, ...inner] = endedIn(steps);
  return outermost === undefined ? [] : [`in the step: ${[outermost, ...inner].join(' › ')}`];
}

function endedIn(steps: readonly TestStep[]): string[] {
  // One that did not come to its end has no duration: Playwright says -1.
  const step = steps.find(({ category, duration, error }) => category === 'test.step' && (duration < 0 || error !== undefined));
  return step === undefined ? [] : [step.title, ...endedIn(step.steps)];
}

/** The message, the lines around it, and where. */
function told({ message, value, snippet, location }: TestError): string {
  const where = location === undefined ? '' : `at ${path.relative(root, location.file)}:${String(location.line)}`;
  const parts = [message ?? value ?? 'unknown', snippet ?? '', where];
  return stripVTControlCharacters(parts.filter((part) => part !== '').join('\n'));
}
