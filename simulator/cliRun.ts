import type { CliArguments } from './cliArguments.ts';
import type { CliOutput } from './cliOutput.ts';
import { runScenario, scenariosFor } from './cliScenarios.ts';
import type { CliScenarios } from './cliScenarios.ts';
import { startControl } from './control/control.ts';
import type { Control } from './control/control.ts';
import { startFaultProxy } from './faults/faultProxy.ts';
import type { FaultProxy } from './faults/faultProxy.ts';
import type { Simulator } from './simulator.ts';
import { startRestartable } from './scenarios/index.ts';
import type { RestartableGateway } from './scenarios/index.ts';

/** Why the command cannot start, in a sentence. */
export class BadStart extends Error {}

/** Everything that runs; `close` ends it all. */
export interface Running {
  close(): Promise<void>;
}

/** From so many agents on it takes a moment, during which a person wants to read something. */
const manyAgents = 5_000;

/** Starts what the arguments ask for and says where it is; throws BadStart, with nothing left running, when it cannot. */
export async function start(args: CliArguments, output: CliOutput): Promise<Running> {
  const parts: Running[] = [];
  const close = async (): Promise<void> => {
    for (const part of parts.toReversed()) await part.close();
  };
  const keep = <T extends Running>(part: T): T => {
    parts.push(part);
    return part;
  };
  try {
    await assemble(args, output, keep);
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(args: CliArguments, output: CliOutput, keep: <T extends Running>(part: T) => T): Promise<void> {
  const gateway = keep(await startGateway(args, output));
  const faults = args.faults === undefined ? null : keep(await startFaults(args.faults, gateway.simulator));
  const scenarios = scenariosFor({ gateway, faults });
  keep({
    close: async () => {
      await scenarios.stop();
    },
  });
  const control =
    args.control === undefined
      ? null
      : keep(await orBadStart('--control', args.control, () => startControl({ gateway, faults, scenarios, port: args.control ?? 0 })));
  // Before anything is said: who waits for the address must not find the simulator gone because of a bad scenario.
  if (args.scenario !== undefined) await startScenario(scenarios, args.scenario);
  sayWhere(output, gateway.simulator, faults, control);
  if (args.scenario !== undefined) output.fact(`scenario ${args.scenario}`, 'scenario', { name: args.scenario });
}

async function startGateway(args: CliArguments, output: CliOutput): Promise<RestartableGateway> {
  const { port, agents, authMode, phone, seed, timeOfDay, changesPerSecond } = args;
  const began = performance.now();
  const isLarge = agents >= manyAgents;
  const number = agents.toLocaleString('en');
  if (isLarge) output.progress(`making a centre of ${number} agents …`);
  const log = output.request;
  const pace = changesPerSecond === undefined ? {} : { changesPerSecond };
  const options = { port, agents, authMode, phone, seed, timeOfDay, log, ...pace };
  const gateway = await orBadStart('--port', port, () => startRestartable(options));
  if (isLarge) output.progress(`made it in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return gateway;
}

function startFaults(port: number, simulator: Simulator): Promise<FaultProxy> {
  return orBadStart('--faults', port, () => startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port }, port }));
}

async function startScenario(scenarios: CliScenarios, scenario: string): Promise<void> {
  try {
    await runScenario(scenarios, scenario);
  } catch (error) {
    throw new BadStart(`The scenario ${scenario} cannot be run: ${sentenceOf(error)}`);
  }
}

function sayWhere(output: CliOutput, simulator: Simulator, faults: FaultProxy | null, control: Control | null): void {
  const { url, port, fingerprint } = simulator;
  output.fact(`CC-Gateway simulator at ${url}`, 'gateway', { url, port });
  const [inspector] = simulator.inspectors;
  if (inspector !== undefined) {
    const { agentId, password, phone } = inspector;
    output.fact(`inspector ${agentId} password ${password} phone ${phone}`, 'inspector', { agentId, password, phone });
  }
  output.fact(`fingerprint ${fingerprint}`, 'fingerprint', { fingerprint });
  if (faults !== null) {
    const faulty = `https://127.0.0.1:${String(faults.port)}`;
    output.fact(`with faults at ${faulty}`, 'faults', { url: faulty, port: faults.port });
  }
  if (control !== null) output.fact(`control at ${control.url}`, 'control', { url: control.url, port: control.port });
}

async function orBadStart<T>(option: string, port: number, what: () => Promise<T>): Promise<T> {
  try {
    return await what();
  } catch (error) {
    throw new BadStart(whyNot(error, option, port));
  }
}

function whyNot(error: unknown, option: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} on 127.0.0.1 is taken by another program; choose another one with ${option}.`;
    case 'EACCES':
      return `Port ${String(port)} may not be used by this account; choose one above 1023 with ${option}.`;
    default:
      return `The simulator could not start: ${sentenceOf(error)}`;
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
