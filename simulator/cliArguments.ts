import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { mostChanges } from './centre/pace.ts';
import { mostAgents } from './centre/population.ts';
import { midShift, timeOfDay } from './centre/timeOfDay.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { AuthMode } from './session/guids.ts';

/** What the command line asks for. */
export interface CliArguments {
  readonly port: number;
  readonly agents: number;
  readonly authMode: AuthMode;
  readonly phone: PhoneBehaviour;
  readonly seed: number;
  /** The time of the centre's day at the start, as 13:00. */
  readonly timeOfDay: string;
  /** Undefined: as many as there are. */
  readonly changesPerSecond: number | undefined;
  /** The control port, 0 any free one; undefined: none. */
  readonly control: number | undefined;
  /** The fault proxy's port, 0 any free one; undefined: no proxy. */
  readonly faults: number | undefined;
  /** A scenario's name or file. */
  readonly scenario: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export type ArgumentsReading =
  | { readonly kind: 'arguments'; readonly arguments: CliArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const usage = `Runs a simulated Huawei CC-Gateway on 127.0.0.1.

  npm run simulator -- [OPTION…]

The gateway
  --port P              port to listen on (default 0: any free one)
  --agents N            agents in the centre (default 200, at most ${String(mostAgents)})
  --authmode 1|2        1: the Guid stays, 2: it is renewed (default 2)
  --phone KIND          what an inspector's phone does when it is called:
                        picks-up (default), never, declines, long-call, busy, unplugged
  --pick-up-after S     seconds until it is picked up or declined (default 2)
  --seed N              the same seed gives the same agents and day (default 1)
  --time HH:MM          the time of the centre's day at the start (default ${midShift}: most shifts
                        are on); customers call and agents come and go by it
  --changes-per-second N  lets that day pass as fast as it takes for so many changes of
                        state a second, on average (default: it passes as the clock does)

Playing with it
  --control [PORT]      a control port beside it: a page that shows the centre and
                        plays everyone in it, and the same as JSON (default: any free port)
  --faults [PORT]       a proxy before it that can behave like a bad network; clients
                        use its address, and it is set at the control port, which comes with it
  --scenario FILE|NAME  runs a scenario, shipped or from a file

What it says
  --quiet               no line per request
  --verbose             a line for polls without an event, too
  --json                one JSON object a line, each with its "kind": gateway, inspector,
                        fingerprint, faults, control, scenario, request; failure on stderr
  --help                this text

It ends with status 0 when it is interrupted, 2 when it cannot start (arguments, ports, scenario).
`;

const options = {
  port: { type: 'string', default: '0' },
  agents: { type: 'string', default: '200' },
  authmode: { type: 'string', default: '2' },
  phone: { type: 'string', default: 'picks-up' },
  'pick-up-after': { type: 'string', default: '2' },
  seed: { type: 'string', default: '1' },
  time: { type: 'string', default: midShift },
  'changes-per-second': { type: 'string' },
  control: { type: 'string' },
  faults: { type: 'string' },
  scenario: { type: 'string' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

const anyPort = 0;
const highestPort = 65_535;
const highestSeed = 2_147_483_647;
const longestPickUp = 3_600;

class WrongArgument extends Error {}

/** Reads the command line; what is wrong with it comes back as one sentence. */
export function readArguments(args: readonly string[]): ArgumentsReading {
  try {
    const { values } = parseArgs({ args: withPorts(args), options, strict: true, allowPositionals: false });
    if (values.help) return { kind: 'help' };
    const pickUpAfter = numberIn('--pick-up-after', values['pick-up-after'], /^\d+(\.\d+)?$/, longestPickUp);
    const faults = portIn('--faults', values.faults);
    return {
      kind: 'arguments',
      arguments: {
        port: numberIn('--port', values.port, /^\d+$/, highestPort),
        agents: numberIn('--agents', values.agents, /^\d+$/, mostAgents),
        authMode: authModeIn(values.authmode),
        phone: phoneIn(values.phone, pickUpAfter * 1_000),
        seed: numberIn('--seed', values.seed, /^\d+$/, highestSeed),
        timeOfDay: timeIn(values.time),
        changesPerSecond: changesIn(values['changes-per-second']),
        // Without a control port nobody could set a fault.
        control: portIn('--control', values.control) ?? (faults === undefined ? undefined : anyPort),
        faults,
        scenario: values.scenario,
        json: values.json,
        quiet: values.quiet,
        verbose: values.verbose,
      },
    };
  } catch (error) {
    const isAboutArguments = error instanceof WrongArgument || (error instanceof TypeError && 'code' in error);
    if (!isAboutArguments) throw error;
    return { kind: 'wrong', sentence: error.message.replaceAll(/\s*\n\s*/g, ' ') };
  }
}

/** Options whose port may be left out, which `parseArgs` does not know: it is then any free one. */
function withPorts(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const mayStandAlone = arg === '--control' || arg === '--faults';
    const next = args[index + 1];
    return mayStandAlone && (next === undefined || next.startsWith('-')) ? `${arg}=${String(anyPort)}` : arg;
  });
}

function portIn(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : numberIn(name, text, /^\d+$/, highestPort);
}

function numberIn(name: string, text: string, form: RegExp, highest: number): number {
  const number = Number(text);
  if (!form.test(text) || number > highest) {
    throw new WrongArgument(`${name} must be a number from 0 to ${String(highest)}, not "${text}".`);
  }
  return number;
}

function timeIn(text: string): string {
  if (timeOfDay(text) === null) throw new WrongArgument(`--time must be a time from 00:00 to 23:59, not "${text}".`);
  return text;
}

function changesIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const changes = numberIn('--changes-per-second', text, /^\d+(\.\d+)?$/, mostChanges);
  if (changes === 0) throw new WrongArgument('--changes-per-second must be above 0.');
  return changes;
}

function authModeIn(text: string): AuthMode {
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new WrongArgument(`--authmode must be 1 or 2, not "${text}".`);
}

function phoneIn(text: string, afterMs: number): PhoneBehaviour {
  switch (text) {
    case 'picks-up':
      return { kind: 'picksUp', afterMs };
    case 'never':
      return { kind: 'neverAnswers' };
    case 'declines':
      return { kind: 'declines', afterMs };
    case 'long-call':
      return { kind: 'longCall' };
    case 'busy':
      return { kind: 'busy' };
    case 'unplugged':
      return { kind: 'unplugged' };
    default:
      throw new WrongArgument(`--phone must be picks-up, never, declines, long-call, busy or unplugged, not "${text}".`);
  }
}
