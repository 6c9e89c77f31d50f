import { clients, expectedOf, type Client, type Group, type Outcome, type Row } from './row.ts';

/** Where the table lies in docs/admin.md. */
export const markers = {
  begin: '<!-- written by npm run test:servers -- --write -->',
  versions: '<!-- tried with -->',
  end: '<!-- end of what is written -->',
} as const;

const headings: Readonly<Record<Client, string>> = { node: 'in a browser (Node.js)', electron: 'in Electron' };

/** Why the certificate page is shown; what is normal for a gateway (it signed itself) goes without saying. */
const errors: Readonly<Record<string, string>> = {
  signedItself: '',
  unknownAuthority: ' (unknown authority)',
  expired: ' (expired)',
  notYetValid: ' (not yet valid)',
  weakKey: ' (weak key)',
};

/** The codes of docs/admin.md for what an inspector cannot trust. */
const stops: Readonly<Record<string, string>> = {
  changed: 'certificate-changed',
  notValid: 'certificate-not-valid',
  forbidden: 'certificate-forbidden',
};

/** The tables of all groups, as the rows expect it: that they came out so is what the command has tried. */
export function tablesOf(groups: readonly Group[]): string {
  return groups
    .map(({ title, rows }) =>
      [`| ${title} | ${clients.map((client) => headings[client]).join(' | ')} |`, '|---|---|---|', ...rows.map(lineOf)].join('\n'),
    )
    .join('\n\n');
}

function lineOf(row: Row): string {
  return `| ${[row.name, ...clients.map((client) => cellOf(expectedOf(row, client), row))].join(' | ')} |`;
}

function cellOf(outcome: Outcome | null, { shift }: Row): string {
  if (outcome === null) return '–';
  const after = shift === 'pollsCut' ? '; says that polls are cut' : '';
  const [kind = '', ...words] = outcome.split(' ');
  switch (kind) {
    case 'trusted':
      return `works${after}`;
    case 'asked':
      return `works once trusted${errorOf(words[0])}${after}`;
    case 'refused':
      return `no: \`${words.join(' ')}\``;
    default:
      return `no: \`${stops[words[1] ?? ''] ?? outcome}\`${errorOf(words[2])}`;
  }
}

const errorOf = (certificateError = ''): string => errors[certificateError] ?? ` (${certificateError})`;

/** What stands between the markers; null where they are missing. */
export function writtenIn(document: string): { readonly tables: string; readonly versions: string } | null {
  const { begin, versions, end } = markers;
  const [from, middle, to] = [begin, versions, end].map((marker) => document.indexOf(marker));
  if (from === undefined || middle === undefined || to === undefined || from < 0 || middle < from || to < middle) return null;
  return {
    tables: document.slice(from + begin.length, middle).trim(),
    versions: document.slice(middle + versions.length, to).trim(),
  };
}

/** The document with the tables of all groups, and what they were tried with. */
export function withTables(document: string, groups: readonly Group[], versions: readonly string[]): string {
  const { begin, versions: middle, end } = markers;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error('docs/admin.md has lost its markers.');
  const written = [begin, '', tablesOf(groups), '', middle, '', `Tried with ${versions.join(', ')}.`, '', ''].join('\n');
  return document.slice(0, from) + written + document.slice(to);
}
