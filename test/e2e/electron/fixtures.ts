import { startSimulator, type PhoneBehaviour, type Simulator } from '../../../simulator/index.ts';
import { expect, test as base } from '../../electron/fixtures.ts';
import { launch, type Running } from '../../electron/running.ts';
import { gatewayCertificate } from '../../support/gatewayCertificate.ts';
import { keptPort } from '../../support/keptPort.ts';

interface Stage {
  /** What the inspector's phone does. */
  readonly phone: PhoneBehaviour;
  readonly simulator: Simulator;
  /** The product, opened and not signed in. */
  readonly earshot: Running;
}

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
  earshot: async ({ desktop }, use) => {
    const running = await launch({ desktop, entry: '.' });
    await use(running);
    await running.close();
  },
});

export { expect };
