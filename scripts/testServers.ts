import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificates } from '../test/servers/certificates.ts';
import type { Opener } from '../test/servers/earshot/driven.ts';
import { electronLacks, startElectron } from '../test/servers/earshot/electron.ts';
import { webHosts } from '../test/servers/earshot/webHost.ts';
import { startGateway } from '../test/servers/gateway.ts';
import { lacksOf, makeFolder, versionOf } from '../test/servers/program.ts';
import { clients, expectedOf, type Client, type Group, type Row } from '../test/servers/row.ts';
import { groups } from '../test/servers/rows/groups.ts';
import { tablesOf, withTables, writtenIn } from '../test/servers/table.ts';
import { isAsExpected, tryGroup, type Tried } from '../test/servers/tryGroup.ts';
import buildPrograms from '../test/support/bundled/setup.ts';
import { readCommandLine } from './commandLine.ts';
import { inProject } from './project.ts';

const usage = `Tries Earshot through real servers, with the simulator behind them: nginx, HAProxy, Tomcat, Java's TLS, Squid.

  npm run test:servers -- [OPTION…] [WORD…]

  WORD            only rows that have all of these words in their group's title or their name
  --write         write what came out into docs/admin.md
  --no-electron   the web host alone
  --help          this text

Everything runs on 127.0.0.1, in a temporary folder. What is not installed is skipped by name; with
EARSHOT_SKIP_NOTHING=1 in the environment that is a failure. Exit status 0: everything came out as docs/admin.md
says; 1: something did not; 2: it could not be tried.
`;
const document = inProject('docs', 'admin.md');

const commandLine = readCommandLine(
  usage,
  { write: { type: 'boolean', default: false }, electron: { type: 'boolean', default: true } },
  () => undefined,
  true,
);
// Each program that is started is ended with this process.
process.setMaxListeners(0);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.exitCode = commandLine.kind === 'ends' ? commandLine.status : await main(commandLine.options, commandLine.words);

interface Chosen {
  readonly group: Group;
  readonly rows: readonly Row[];
}

async function main(
  { write, electron }: { readonly write: boolean; readonly electron: boolean },
  words: readonly string[],
): Promise<number> {
  const narrowed = groups.map((group) => ({ group, rows: group.rows.filter(({ name }) => fits(`${group.title} ${name}`, words)) }));
  const chosen = narrowed.filter(({ rows }) => rows.length > 0);
  if (chosen.length === 0) {
    process.stderr.write(`No row has ${words.join(' and ')} in its name. See --help.\n`);
    return 2;
  }
  const skipped = skippedOf(chosen, electron);
  for (const { what, why } of skipped) print(`skipped  ${what}: ${why.join('; ')}`);
  if (skipped.some(({ why }) => why.some((reason) => reason.includes('Debian package')))) {
    print('         Debian: RUNLEVEL=1 apt-get install --no-install-recommends PACKAGE… installs them and starts none of them.');
  }
  const toTry = chosen.filter(({ group }) => lacksOf(group.needs).length === 0);
  const withElectron = electron && electronLacks().length === 0;
  await buildPrograms();
  const { tried, versions } = await tryAll(toTry, withElectron, temporaryFolder());
  return conclude(tried, versions, { write, whole: words.length === 0 && skipped.length === 0, skipped: skipped.length });
}

/** Gone when this process ends, whatever ends it. */
function temporaryFolder(): string {
  const folder = makeFolder(mkdtempSync(path.join(tmpdir(), 'earshot-servers-')));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function fits(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.toLowerCase().includes(word.toLowerCase()));
}

function skippedOf(chosen: readonly Chosen[], electron: boolean): { readonly what: string; readonly why: readonly string[] }[] {
  const missing = [
    ...chosen.map(({ group }) => ({ what: group.title, why: lacksOf(group.needs).map((lack) => `not installed: ${lack}`) })),
    { what: 'Electron', why: electron ? electronLacks() : ['not asked for'] },
  ];
  return missing.filter(({ why }) => why.length > 0);
}

async function tryAll(toTry: readonly Chosen[], withElectron: boolean, folder: string): Promise<{ tried: Tried[]; versions: string[] }> {
  const openers = new Map<Client, Opener>([['node', webHosts]]);
  if (withElectron) openers.set('electron', await startElectron(makeFolder(path.join(folder, 'electron'))));
  const gateway = await startGateway(toTry.reduce((sum, { rows }) => sum + rows.length, 0) * clients.length);
  const tried: Tried[] = [];
  try {
    const certificates = await makeCertificates(path.join(folder, 'certificates'));
    const world = { folder, gatewayPort: gateway.simulator.port, certificates };
    for (const { group, rows } of toTry) {
      print(group.title);
      tried.push(...(await tryGroup(group, rows, openers, { world, gateway, tell })));
    }
    const programs = await Promise.all(toTry.flatMap(({ group }) => group.needs).map((needed) => versionOf(needed, folder)));
    const versions = [...programs.filter((version) => version !== null), ...[...openers.values()].map(({ version }) => version)];
    return { tried, versions: [...new Set(versions)] };
  } finally {
    for (const opener of openers.values()) await opener.close();
    await gateway.simulator.close();
  }
}

function tell(tried: Tried): void {
  const { row, client, result } = tried;
  const came = result.kind === 'came' ? result.outcome : result.why;
  const expected = isAsExpected(tried) ? '' : `, not ${String(expectedOf(row, client))}`;
  print(`  ${isAsExpected(tried) ? 'as said ' : 'OTHERWISE'} ${client.padEnd(8)} ${row.name}: ${came}${expected}`);
}

function conclude(
  tried: readonly Tried[],
  versions: readonly string[],
  { write, whole, skipped }: { readonly write: boolean; readonly whole: boolean; readonly skipped: number },
): number {
  const otherwise = tried.filter((each) => !isAsExpected(each)).length;
  print(`Tried with ${versions.join(', ')}.`);
  print(`${String(tried.length - otherwise)} as said, ${String(otherwise)} otherwise, ${String(skipped)} skipped`);
  const text = readFileSync(document, 'utf8');
  const written = writtenIn(text);
  if (write && whole && otherwise === 0) {
    writeFileSync(document, withTables(text, groups, versions));
    print('docs/admin.md is written.');
    return 0;
  }
  if (write) print('docs/admin.md is not written: that takes all rows, as said, with nothing skipped.');
  const differs = written?.tables !== tablesOf(groups);
  if (differs) print('docs/admin.md says otherwise than the rows: write it with --write.');
  const mayNotSkip = process.env['EARSHOT_SKIP_NOTHING'] === '1' && skipped > 0;
  return otherwise > 0 || differs || write || mayNotSkip ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
