import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.ts';
import type { TestFile } from './selection.ts';
import { runners, testFiles } from './testFiles.ts';
import { titlesIn } from './testTitles.ts';

/** All test files of the project; each is read when somebody asks, and once. */
export function allTestFiles(): TestFile[] {
  return runners.flatMap((runner) =>
    globSync(testFiles[runner], { cwd: root })
      .map((file) => file.replaceAll(path.sep, '/'))
      .sort()
      .map((file) => {
        const source = once(() => readFileSync(path.join(root, file), 'utf8'));
        return { runner, file, source, titles: once(() => titlesIn(file, source())) };
      }),
  );
}

function once<Answer>(find: () => Answer): () => Answer {
  let found: { readonly answer: Answer } | null = null;
  return () => (found ??= { answer: find() }).answer;
}
