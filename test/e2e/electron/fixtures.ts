import { startSimulator, type PhoneBehaviour, type Simulator } from '../../../simulator/index.ts';
import { expect, test as base } from '../../electron/fixtures.ts';
import { launch, type LogLine, type Running } from '../../electron/running.ts';
import { gatewayCertificate } from '../../support/gatewayCertificate.ts';
import { keptPort } from '../../support/keptPort.ts';

interface Stage {
  /** What the inspector's phone does. */
  readonly phone: PhoneBehaviour;
  readonly simulator: Simulator;
  /** The product, opened and not signed in. */
  readonly earshot: Running;
}

/** Few enough for the report, which shortens what is long. */
const lastOf = (logged: readonly LogLine[]): string =>
  logged
    .slice(-12)
    .map(({ event, time, ...rest }) => `${String(time)} ${event} ${JSON.stringify(rest)}`)
    .join('\n');

/** A simulator and Earshot on a desktop, for each test again. */
export const test = base.extend<Stage>({
  phone: [{ kind: 'picksUp', afterMs: 1_500 }, { option: true }],
  simulator: async ({ phone }, use) => {
    const simulator = await startSimulator({
      agents: 40,
      centre: 'still',
      phone,
      certificate: await gatewayCertificate(),
      port: await keptPort(),
    });
    simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
    await use(simulator);
    await simulator.close();
  },
  earshot: async ({ desktop }, use, testInfo) => {
    const running = await launch({ desktop, entry: '.' });
    await use(running);
    const logged = await running.log();
    await running.close();
    // Of a test that fails once in a hundred runs, on a machine that nobody can look at, this is all that there will ever be.
    if (testInfo.status !== testInfo.expectedStatus) throw new Error(`Earshot's log ended with\n${lastOf(logged)}`);
  },
});

export { expect };
