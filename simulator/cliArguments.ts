import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { mostAgents } from './centre/population.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { AuthMode } from './session/guids.ts';

/** What the command line asks for. */
export interface CliArguments {
  readonly port: number;
  readonly agents: number;
  readonly authMode: AuthMode;
  readonly phone: PhoneBehaviour;
  readonly seed: number;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export type ArgumentsReading =
  | { readonly kind: 'arguments'; readonly arguments: CliArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const usage = `Runs a simulated Huawei CC-Gateway on 127.0.0.1.

  --port P              port to listen on (default 0: any free one)
  --agents N            agents in the centre (default 200, at most ${String(mostAgents)})
  --authmode 1|2        1: the Guid stays, 2: it is renewed (default 2)
  --phone KIND          what an inspector's phone does when it is called:
                        picks-up (default), never, declines, long-call, busy
  --pick-up-after S     seconds until it is picked up or declined (default 2)
  --seed N              the same seed gives the same agents and day (default 1)
  --quiet               no line per request
  --verbose             a line for polls without an event, too
  --help                this text
`;

const options = {
  port: { type: 'string', default: '0' },
  agents: { type: 'string', default: '200' },
  authmode: { type: 'string', default: '2' },
  phone: { type: 'string', default: 'picks-up' },
  'pick-up-after': { type: 'string', default: '2' },
  seed: { type: 'string', default: '1' },
  quiet: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

const highestPort = 65_535;
const highestSeed = 2_147_483_647;
const longestPickUp = 3_600;

class WrongArgument extends Error {}

/** Reads the command line; what is wrong with it comes back as one sentence. */
export function readArguments(args: readonly string[]): ArgumentsReading {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    if (values.help) return { kind: 'help' };
    const pickUpAfter = numberIn('--pick-up-after', values['pick-up-after'], /^\d+(\.\d+)?$/, longestPickUp);
    return {
      kind: 'arguments',
      arguments: {
        port: numberIn('--port', values.port, /^\d+$/, highestPort),
        agents: numberIn('--agents', values.agents, /^\d+$/, mostAgents),
        authMode: authModeIn(values.authmode),
        phone: phoneIn(values.phone, pickUpAfter * 1_000),
        seed: numberIn('--seed', values.seed, /^\d+$/, highestSeed),
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

function numberIn(name: string, text: string, form: RegExp, highest: number): number {
  const number = Number(text);
  if (!form.test(text) || number > highest) {
    throw new WrongArgument(`${name} must be a number from 0 to ${String(highest)}, not "${text}".`);
  }
  return number;
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
    default:
      throw new WrongArgument(`--phone must be picks-up, never, declines, long-call or busy, not "${text}".`);
  }
}
