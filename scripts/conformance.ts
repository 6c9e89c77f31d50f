import { agentPassword, startSimulator, systemClock } from '../simulator/index.ts';
import { Gateway } from '../test/conformance/gateway.ts';
import type { Second } from '../test/conformance/row.ts';
import { rows } from '../test/conformance/rows/index.ts';
import { rowLine, summary } from '../test/conformance/table.ts';
import { tryRows } from '../test/conformance/tryRows.ts';
import { readCommandLine } from './commandLine.ts';

const usage = `Tries the statements of the protocol's reference at a gateway, row by row.

  --url U           https://host:port; without it a simulator is started
  --agent N         agent ID of the inspector
  --password P      their password (or in EARSHOT_CONFORMANCE_PASSWORD, which no process list shows)
  --phone N         their phone number
  --fingerprint F   SHA-256 of the certificate; without it any certificate is taken
  --write           also rows that change the inspector's state, and sign him out and in
  --listen-to N     a test agent to listen to: rings the inspector's phone, and with --write some rows
                    also put the inspector's voice into that agent's call for a few seconds
  --second N        a second test agent, who with --write is signed in, forced, called and inspected
  --second-password P, --second-phone N
                    their password (or in EARSHOT_CONFORMANCE_SECOND_PASSWORD) and phone number
  --customer N      a number the second agent may call, and which answers: a few calls of some seconds
  --help            this text

Exit status 0: no row failed. 1: some did. 2: it could not be tried.
`;

const secondOptions = ['second', 'second-password', 'second-phone'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    agent: text,
    password: text,
    phone: text,
    fingerprint: text,
    'listen-to': text,
    second: text,
    'second-password': text,
    'second-phone': text,
    customer: text,
    write: { type: 'boolean', default: false },
  } as const;
  const line = readCommandLine(usage, options, (values) => missing(withPasswords(values)));
  if (line.kind === 'ends') return line.status;
  const asked = withPasswords(line.options);
  return asked.url === undefined ? atSimulator() : atGateway(asked.url, asked);
}

/** Passwords that are not on the command line stand in the environment, which no process list shows. */
function withPasswords(values: Asked): Asked {
  const secondPassword = values['second-password'] ?? process.env['EARSHOT_CONFORMANCE_SECOND_PASSWORD'];
  return {
    ...values,
    password: values.password ?? process.env['EARSHOT_CONFORMANCE_PASSWORD'],
    'second-password': values.second === undefined ? undefined : secondPassword,
  };
}

/** What is missing of what belongs together; undefined: nothing. */
function missing(asked: Asked): string | undefined {
  const named = secondOptions.filter((option) => asked[option] !== undefined).length;
  if (named !== 0 && named !== secondOptions.length) return 'Of a second agent --second, --second-password and --second-phone are needed.';
  if (asked.url === undefined) return undefined;
  if (asked.agent === undefined || asked.password === undefined || asked.phone === undefined) {
    return 'With --url, --agent, --password and --phone are needed as well.';
  }
  return asked.url.startsWith('https://') ? undefined : '--url must begin with https://.';
}

/** Everything, at a simulator of one's own. */
async function atSimulator(): Promise<number> {
  const simulator = await startSimulator({ agents: 50, centre: 'still', phone: { kind: 'picksUp', afterMs: 500 } });
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setAgent('20002', { state: 'idle' });
  const { agentId, password, phone } = simulator.inspectors[0] ?? { agentId: '', password: '', phone: '' };
  process.stdout.write(`No --url: a simulator at ${simulator.url}, all rows\n`);
  simulator.setAgent('20003', { state: 'signedOut' });
  const asked = {
    ...{ agent: agentId, password, phone, fingerprint: simulator.fingerprint, 'listen-to': '20001', customer: '10086', write: true },
    ...{ second: '20003', 'second-password': agentPassword('20003'), 'second-phone': '70003' },
  };
  const status = await atGateway(simulator.url, asked);
  await simulator.close();
  return status;
}

interface Asked {
  readonly url?: string | undefined;
  readonly agent?: string | undefined;
  readonly password?: string | undefined;
  readonly phone?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly 'listen-to'?: string | undefined;
  readonly second?: string | undefined;
  readonly 'second-password'?: string | undefined;
  readonly 'second-phone'?: string | undefined;
  readonly customer?: string | undefined;
  readonly write: boolean;
}

async function atGateway(url: string, { agent = '', password = '', phone = '', fingerprint, write, ...asked }: Asked): Promise<number> {
  const gateway = new Gateway({ url, agentId: agent, fingerprint, clock: systemClock });
  const second = secondAt(url, fingerprint, asked);
  try {
    const options = { gateway, password, phone, listenTo: asked['listen-to'], second, customer: asked.customer, write };
    const tried = await tryRows(rows, options, (each) => process.stdout.write(`${rowLine(each)}\n`));
    if (fingerprint === undefined) process.stdout.write(`The certificate was not checked: ${gateway.seenFingerprint ?? 'none was seen'}\n`);
    process.stdout.write(`${summary(tried)}\n`);
    return tried.some(({ verdict }) => verdict.kind === 'fails') ? 1 : 0;
  } catch (error) {
    process.stderr.write(`It could not be tried: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    gateway.close();
    second?.gateway.close();
  }
}

function secondAt(url: string, fingerprint: string | undefined, asked: Omit<Asked, 'write'>): Second | undefined {
  const { second: agentId, 'second-password': password, 'second-phone': phone } = asked;
  if (agentId === undefined || password === undefined || phone === undefined) return undefined;
  return { gateway: new Gateway({ url, agentId, fingerprint, clock: systemClock }), password, phone };
}
