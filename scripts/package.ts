import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.ts';
import { readCommandLine } from './commandLine.ts';
import { installerBudgets, installerKind, type InstallerKind } from './packaging/budgets.ts';
import { contents, listing } from './packaging/contents.ts';
import { fuseLine, readFuses, wrongFuses } from './packaging/fuses.ts';
import { pack, runtimeOf } from './packaging/pack.ts';
import { signing } from './packaging/signing.ts';
import { builtSizes, installerLine, readable, sizeLine, unpackedSize } from './packaging/sizes.ts';
import type { Unpacked } from './packaging/unpacked.ts';
import { inProject } from './project.ts';

const usage = `Builds Earshot and packs it for this system, into dist/packages: installers, and the application unpacked.

  npm run package -- [OPTION…]

  --dir         the unpacked application only
  --list        also prints every file of the application's archive with its SHA-256
  --help        this text

Signed and notarised with what the environment holds: CSC_LINK, CSC_KEY_PASSWORD (Windows also WIN_CSC_…), and for
Apple's notary APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER. Where Electron cannot be fetched, the folder that
ELECTRON_OVERRIDE_DIST_PATH names is packed instead, unpacked.
Exit status 1: something could not be built or packed, a fuse is not as stated, or a size is more than 10 % over its budget.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const commandLine = readCommandLine(usage, { dir: { type: 'boolean' }, list: { type: 'boolean' } });
  if (commandLine.kind === 'ends') return commandLine.status;
  const { dir = false, list = false } = commandLine.options;

  const runtime = runtimeOf(process.env);
  if (runtime.kind === 'unusable') return failed(runtime.why);
  if (!(await build(console.log))) return 1;
  if (runtime.kind === 'given') {
    console.log(`Packed with the Electron ${runtime.version} of ELECTRON_OVERRIDE_DIST_PATH, unpacked only: to try, not to hand out.`);
  }
  const { lines, args } = signing(process.platform, process.env);
  for (const line of lines) console.log(line);

  const output = inProject('dist', 'packages');
  const packed = await pack({ runtime, unpackedOnly: dir || runtime.kind === 'given', output, args });
  if (packed.kind === 'failed') {
    const hint =
      'Where Electron or a packing tool cannot be fetched, ELECTRON_OVERRIDE_DIST_PATH names a folder with an unpacked Electron.';
    return failed(`Packing failed. ${hint}\n${packed.output}`);
  }
  for (const size of builtSizes(inProject('dist'))) console.log(sizeLine(size));
  let good = true;
  for (const each of packed.unpacked) good = (await report(each, list)) && good;
  for (const { file, kind } of installers(output)) {
    console.log(`installer: ${file}`);
    const size = installerLine(kind, statSync(file).size, installerBudgets[kind]);
    console.log(size.line);
    good = size.good && good;
  }
  return good ? 0 : 1;
}

/** Says what was packed; false when it is not as it should be. */
async function report(unpacked: Unpacked, list: boolean): Promise<boolean> {
  const files = contents(unpacked.archive);
  const size = unpackedSize(unpacked.folder);
  const fuses = await readFuses(unpacked.program);
  const wrong = wrongFuses(fuses);
  console.log(`\n${unpacked.folder}`);
  console.log(sizeLine(size));
  console.log(`archive: ${String(files.length)} files, ${readable(files.reduce((total, { bytes }) => total + bytes, 0))}`);
  console.log(list ? listing(files) : files.map((file) => `  ${file.path}`).join('\n'));
  console.log('fuses:');
  for (const fuse of fuses) console.log(`  ${fuseLine(fuse)}`);
  if (wrong.length > 0) console.log(`Not as stated: ${wrong.map(({ name }) => name).join(', ')}.`);
  return wrong.length === 0 && size.verdict !== 'fails';
}

function installers(output: string): readonly { readonly file: string; readonly kind: InstallerKind }[] {
  return readdirSync(output, { withFileTypes: true }).flatMap((entry) => {
    const kind = entry.isFile() ? installerKind(entry.name) : null;
    return kind === null ? [] : [{ file: path.join(output, entry.name), kind }];
  });
}

function failed(why: string): number {
  console.error(why);
  return 1;
}
