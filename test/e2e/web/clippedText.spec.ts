import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import type { Language } from '../../../contract/language.ts';
import { en } from '../../../renderer/i18n/en/en.ts';
import type { Words } from '../../../renderer/i18n/Words.ts';
import { zhCN } from '../../../renderer/i18n/zh-CN/zh-CN.ts';
import { facesAt, type Face } from '../../renderer/faces/faces.ts';
import { serveFaces, type FaceServer } from '../../renderer/faces/server.ts';
import { pseudo } from '../../renderer/pseudo/pseudo.ts';
import { expect, test } from './fixtures.ts';

type Opening = readonly [string, (page: Page, words: Words) => Promise<void>];

/** What can be opened over or beside the agents, by the words of the language that is shown. */
const overAgents: readonly Opening[] = [
  ['details', (page) => page.locator('[data-work-no]').nth(3).dblclick()],
  ['overview', (page, { overview }) => page.getByRole('button', { name: overview.title, exact: true }).click()],
  ['wallboard', (page, { wallboard }) => page.getByRole('button', { name: wallboard.title, exact: true }).click()],
  ['standing', (page, { standing }) => page.getByRole('button', { name: standing.title, exact: true }).click()],
  ['keys', (page, { keys }) => page.getByRole('button', { name: keys.title, exact: true }).click()],
  ['groups', (page, { filters }) => page.getByRole('button', { name: filters.allGroups }).click()],
  ['time', (page, { filters }) => page.getByRole('button', { name: filters.timeLabel(null, null) }).click()],
  ['views', (page, { views }) => page.getByRole('button', { name: views.title, exact: true }).click()],
  ['columns', (page, { columns }) => page.getByRole('button', { name: columns.title, exact: true }).click()],
  ['noMatch', (page, { shell }) => page.getByRole('searchbox', { name: shell.search }).fill('nobody of this name')],
];

const settings: readonly Opening[] = [
  ...(['trusted', 'rules', 'alerts', 'general'] as const).map(
    (section) =>
      [
        `settings ${section}`,
        async (page: Page, { settings: words }: Words): Promise<void> => {
          await page.getByRole('button', { name: words.open, exact: true }).click();
          await page.getByRole('tab', { name: words[section].title, exact: true }).click();
        },
      ] as const,
  ),
  [
    'a new rule',
    async (page: Page, { settings: words, rules }: Words): Promise<void> => {
      await page.getByRole('button', { name: words.open, exact: true }).click();
      await page.getByRole('tab', { name: rules.title, exact: true }).click();
      await page.getByRole('button', { name: rules.add, exact: true }).click();
    },
  ],
];

const sizes = [
  { width: 1280, height: 800 },
  { width: 860, height: 560 },
];

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const clippedSchema = z.array(z.string());

/** What is walked in one test: all of it in one would take minutes on a busy machine. */
const parts = {
  'before and after a session': ({ state }: Face) => state.session.kind !== 'signedIn',
  'with the agents': ({ state, name }: Face) => state.session.kind === 'signedIn' && !isOfListen(name),
  'in a listen and after it': ({ state, name }: Face) => state.session.kind === 'signedIn' && isOfListen(name),
} as const;
const isOfListen = (name: string): boolean => /^(listen|mode|ended|ring|note)-/.test(name);

interface Walk {
  readonly page: Page;
  readonly server: FaceServer;
  readonly language: Language;
  readonly words: Words;
}

/** Shows one face after the other, and measures each in both sizes; keeps what could not be read. */
async function walker({ page, server, language }: Walk) {
  const complaints: string[] = [];
  const clippedTexts = await readFile(project('test/renderer/pseudo/clippedText.js'), 'utf8');
  let revision = 0;
  return {
    complaints,
    measure: async (name: string): Promise<void> => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const problem of clippedSchema.parse(await page.evaluate(clippedTexts)))
          complaints.push(`${name} at ${String(size.width)}: ${problem}`);
      }
    },
    show: (face: Face): void => {
      const state = { ...face.state, language };
      revision += 1;
      // As many as a window shows; the rest would only take time.
      const snapshot = { kind: 'snapshot', revision, rows: face.rows?.slice(0, 60) ?? [] } as const;
      server.play({ state, snapshot, answer: { ok: true } });
      server.sendState(state);
      server.sendRoster(snapshot);
    },
  };
}

async function walkFaces(walk: Walk, faces: readonly Face[]): Promise<string[]> {
  const { page, server } = walk;
  const { show, measure, complaints } = await walker(walk);
  const [first] = faces;
  if (first === undefined) throw new Error('There is no face');
  show(first);
  await page.goto(server.address);
  for (const face of faces) {
    show(face);
    if (face.state.session.kind === 'signedIn') await page.locator('header.top').waitFor();
    else await page.locator('header.top').waitFor({ state: 'detached' });
    if (face.rows !== null && face.rows.length > 0) await page.locator('[data-work-no]').first().waitFor();
    await measure(face.name);
  }
  return complaints;
}

async function walkOpenings(walk: Walk, openings: readonly Opening[]): Promise<string[]> {
  const { page, server, words } = walk;
  const { show, measure, complaints } = await walker(walk);
  const roster = facesAt(Date.now()).find(({ name }) => name === 'roster');
  if (roster === undefined) throw new Error('There is no face of the roster');
  for (const [name, open] of openings) {
    show(roster);
    await page.goto(server.address);
    await page.locator('[data-work-no]').first().waitFor();
    // The wallboard would take the whole screen, whose size is none of those that are walked.
    await page.evaluate('Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("not allowed"))');
    await open(page, words);
    await measure(name);
  }
  return complaints;
}

interface Spoken {
  readonly folder: () => string;
  readonly language: Language;
  readonly words: Words;
}

function walkEverywhere(title: string, { folder, language, words }: Spoken): void {
  const onPage = async (page: Page, walk: (walk: Walk) => Promise<string[]>): Promise<void> => {
    const server = await serveFaces(folder());
    try {
      expect(await walk({ page, server, language, words })).toEqual([]);
    } finally {
      await server.close();
    }
  };
  for (const [where, isOfPart] of Object.entries(parts)) {
    test(`${title}, ${where}`, async ({ pageInTurn }) => {
      const faces = facesAt(Date.now()).filter((face) => face.act === undefined && isOfPart(face));
      await onPage(pageInTurn, (walk) => walkFaces(walk, faces));
    });
  }
  for (const [where, openings] of Object.entries({ 'in what opens over the agents': overAgents, 'in the settings': settings })) {
    test(`${title}, ${where}`, ({ pageInTurn }) => onPage(pageInTurn, (walk) => walkOpenings(walk, openings)));
  }
}

test.describe('where every phrase is 40 % longer and accented', () => {
  // One build for all of them, and so one worker.
  test.describe.configure({ mode: 'default' });
  let outDir = '';
  test.beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'earshot-pseudo-'));
    await build({
      configFile: project('renderer/vite.config.ts'),
      logLevel: 'error',
      build: { outDir, minify: false },
      plugins: [
        {
          name: 'pseudo catalogue',
          enforce: 'pre',
          resolveId: (source) => (source.endsWith('/catalogues.ts') ? project('test/renderer/pseudo/catalogues.ts') : null),
        },
      ],
    });
  });
  test.afterAll(() => rm(outDir, { recursive: true }));
  walkEverywhere('no word is cut off or covered', { folder: () => outDir, language: 'en', words: pseudo(en) });
});

walkEverywhere('no word is cut off or covered in Chinese', {
  folder: () => project('dist/renderer'),
  language: 'zh-CN',
  words: zhCN,
});
