import type { Settings } from '../../contract/settings.ts';

/** Where Earshot runs: its web host in Node.js (OpenSSL), its core in Electron's main process (BoringSSL). */
export const clients = ['node', 'electron'] as const;

export type Client = (typeof clients)[number];

/**
 * What came of one try:
 * - `trusted`: a whole shift went well, and nobody was asked about the certificate;
 * - `asked REASON`: the same, after the inspector was shown the certificate with this certificateError and trusted it;
 * - `hard stop KIND REASON`: the certificate cannot be trusted by the inspector;
 * - `refused CODE`: the sign-in failed with this problem.
 */
export type Outcome = 'trusted' | `asked ${string}` | `hard stop ${string}` | `refused ${string}`;

/** A shift that goes otherwise than with most gateways. */
export type Shift =
  /** Polls are cut before the gateway's hold is over: Earshot says so, and goes on. */
  'pollsCut';

/** One line of the table: something that real sites have, and what Earshot makes of it. */
export interface Row {
  /** As the table says it. */
  readonly name: string;
  /** Both clients say the same unless told otherwise; null: not tried there. */
  readonly expected: Outcome | Readonly<Record<Client, Outcome | null>>;
  readonly shift?: Shift;
  /** What the administrator set beside the authority file. */
  readonly settings?: Partial<Settings>;
}

export function expectedOf({ expected }: Row, client: Client): Outcome | null {
  return typeof expected === 'string' ? expected : expected[client];
}

/** Where one row is to be tried, while its server runs. */
export interface Place {
  /** As the inspector types it. */
  readonly address: string;
  /** What only became known with the server: ports, files. */
  readonly settings?: Partial<Settings>;
  /** The web host's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A proxy script (PAC) for Electron. */
  readonly proxyScript?: string;
  /** What the server saw of the shift, when it is over: what is wrong with it; null: nothing. */
  readonly after?: () => string | null;
}

/** The servers of one group of rows, running. */
export interface Running {
  readonly places: ReadonlyMap<Row, Place>;
  stop(): Promise<void>;
}

/** Rows that one program serves. */
export interface Group {
  readonly title: string;
  /** Programs that have to be installed. */
  readonly needs: readonly Needed[];
  readonly rows: readonly Row[];
  /** Starts what these rows need. */
  start(world: World, rows: readonly Row[]): Promise<Running>;
}

/** Something of the operating system's, and the Debian package that brings it. */
export interface Needed {
  /** A program, or a file's path. */
  readonly what: string;
  readonly debianPackage: string;
  /** How it tells its version, and the version in what it says. */
  readonly version?: {
    readonly name: string;
    /** What to ask; without it, the thing itself. */
    readonly program?: string;
    readonly args: readonly string[];
    readonly of: RegExp;
  };
}

/** What every group stands on. */
export interface World {
  /** For configurations, logs and sockets; gone at the end. */
  readonly folder: string;
  /** The gateway behind everything, HTTPS on 127.0.0.1. */
  readonly gatewayPort: number;
  readonly certificates: Certificates;
}

/** A key with its certificates, in each form that a server takes. */
export interface MadeCertificate {
  /** The certificates that are sent, PEM. */
  readonly chain: string;
  /** PEM. */
  readonly key: string;
  /** Chain and key in one file, PEM. */
  readonly both: string;
  /** The same, PKCS #12, with the password `earshot`. */
  readonly store: string;
}

export interface Certificates {
  /** The file of a certificate of this kind; made when it is asked for first. */
  of(kind: string): Promise<MadeCertificate>;
  /** The authority of those that have one: in each form that administrators write it. */
  readonly authority: Readonly<Record<AuthorityForm, string>>;
}

export const authorityForms = ['pem', 'der', 'utf16', 'trusted', 'pkcs7'] as const;

export type AuthorityForm = (typeof authorityForms)[number];
