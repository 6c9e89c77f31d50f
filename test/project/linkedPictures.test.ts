import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../scripts/project.ts';

const renderer = inProject('renderer');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The pictures that pages link. */
const linked = globSync('*.html', { cwd: renderer })
  .flatMap((page) => matches(readFileSync(path.join(renderer, page), 'utf8'), /<link[^>]* href="([^"]+\.(?:svg|png))"/g))
  .map((link) => path.join(renderer, link));

interface Import {
  readonly by: string;
  readonly picture: string;
  readonly query: string;
}

/** The pictures that modules import, each with what Vite is told of it. */
const imported = globSync('**/*.{ts,tsx}', { cwd: renderer }).flatMap((by): Import[] =>
  matches(readFileSync(path.join(renderer, by), 'utf8'), /from '(\.[^']+\.(?:svg|png)[^']*)'/g).map((from) => {
    const [file = '', query = ''] = from.split('?');
    return { by, picture: path.join(renderer, path.dirname(by), file), query };
  }),
);

// findings/vite-icon-inlined-by-chance.sh
test('a picture that a page links too is never written into a module: by chance Vite would do it in one build and not in the next', () => {
  expect(linked.filter((file) => existsSync(file))).not.toEqual([]);
  const both = imported.filter(({ picture }) => linked.includes(picture));
  expect(both).not.toEqual([]);
  expect(both.filter(({ query }) => query !== 'no-inline')).toEqual([]);
});
