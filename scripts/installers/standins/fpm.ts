// As much of fpm as electron-builder's deb target asks for, on dpkg-deb. For tests only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const withoutValue = new Set(['--force', '--debug', '--deb-no-default-config-files']);
const architectures: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
const scripts = { '--after-install': 'postinst', '--after-remove': 'postrm', '--before-install': 'preinst', '--before-remove': 'prerm' };

const { options, sources } = read(process.argv.slice(2));
const all = (name: string): readonly string[] => options.get(name) ?? [];
const last = (name: string): string => all(name).at(-1) ?? '';
if (last('-t') !== 'deb') throw new Error('Only .deb is made here.');

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-deb-'));
try {
  for (const source of sources) place(source);
  const files = lay(folder);
  writeControl(files);
  const compression = last('--deb-compression') === 'gz' ? 'gzip' : 'xz';
  execFileSync('fakeroot', ['dpkg-deb', '--root-owner-group', `-Z${compression}`, '-z1', '-b', folder, last('--package')], {
    stdio: 'inherit',
  });
} finally {
  rmSync(folder, { recursive: true });
}

/** Options may come several times; what is none is `from=to`. */
function read(args: readonly string[]): { readonly options: ReadonlyMap<string, readonly string[]>; readonly sources: readonly string[] } {
  const found = new Map<string, readonly string[]>();
  const others: string[] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (withoutValue.has(word)) continue;
    if (!word.startsWith('-')) {
      others.push(word);
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/su);
    found.set(name, [...(found.get(name) ?? []), inline ?? rest.shift() ?? '']);
  }
  return { options: found, sources: others };
}

function place(source: string): void {
  const [from = '', to = ''] = source.split('=');
  const isFolder = from.endsWith('/');
  const target = path.join(folder, to);
  mkdirSync(isFolder ? target : path.dirname(target), { recursive: true });
  execFileSync('cp', ['-a', isFolder ? `${from}.` : from, target]);
}

/** Every file below; folders become everybody's to read. */
function lay(below: string): readonly string[] {
  return readdirSync(below, { withFileTypes: true }).flatMap((entry) => {
    const each = path.join(below, entry.name);
    if (entry.isDirectory()) {
      chmodSync(each, 0o755);
      return lay(each);
    }
    return entry.isFile() ? [each] : [];
  });
}

function writeControl(files: readonly string[]): void {
  const control = path.join(folder, 'DEBIAN');
  mkdirSync(control);
  chmodSync(folder, 0o755);
  const kib = Math.ceil(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024);
  const [summary = '', ...text] = last('--description').split('\n');
  const fields = [
    ['Package', last('--name')],
    ['Version', last('--version')],
    ['License', last('--license')],
    ['Vendor', last('--vendor')],
    ['Architecture', architectures[last('--architecture')] ?? last('--architecture')],
    ['Maintainer', last('--maintainer')],
    ['Installed-Size', String(kib)],
    ['Depends', all('-d').join(', ')],
    ['Recommends', all('--deb-recommends').join(', ')],
    ['Section', last('--category') || 'default'],
    ['Priority', last('--deb-priority')],
    ['Homepage', last('--url')],
    ['Description', [summary.trim() || text.join(' ').trim(), ...text.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ] as const;
  writeFileSync(path.join(control, 'control'), fields.map(([name, value]) => (value === '' ? '' : `${name}: ${value}\n`)).join(''));
  const sums = files.map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${path.relative(folder, file)}\n`);
  writeFileSync(path.join(control, 'md5sums'), sums.join(''));
  for (const [option, name] of Object.entries(scripts)) {
    if (last(option) === '') continue;
    copyFileSync(last(option), path.join(control, name));
    chmodSync(path.join(control, name), 0o755);
  }
}
