import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '../../../simulator/index.ts';
import { listenByKeyboard } from '../../support/byKeyboard.ts';
import { until } from '../../support/desktop/until.ts';
import { percentiles, type Figure } from '../figure.ts';
import { signedIn } from '../packed/signedIn.ts';
import { onDesktop } from '../packed/stage.ts';

const agents = 5_000;
const runs = 5;
/** A glance at the agents once they were sent, in milliseconds; before it the keys would find nobody. */
const look = 500;
const list = 'queryOnlineAgent';
/** How long the simulated inspector's phone rings. */
const ringing = 2_000;

/** From the start of the packed program, never run before, until a named agent is heard, by keyboard alone: sign-in and trust among it. */
export const launchToListen: Figure = {
  name: 'launch-to-listen',
  unit: 'ms',
  goal: '',
  measure: ({ quick, say }) =>
    onDesktop(say, async ({ desktop, packed }) => {
      const all: number[] = [];
      const afterSignIn: number[] = [];
      for (let run = 0; run < (quick ? 1 : runs); run += 1) {
        const simulator = await startSimulator({ agents, centre: 'still', phone: { kind: 'picksUp', afterMs: ringing } });
        simulator.setAgent('20001', { name: 'Li Wei', state: 'talking' });
        const { port, inspectors } = simulator;
        const began = performance.now();
        const earshot = await signedIn(desktop, packed.program, { port, inspectors, stop: () => simulator.close() });
        const live = performance.now();
        await until('the agents', () => Promise.resolve(simulator.requests.some(({ interface: asked }) => asked === list) ? true : null));
        await pause(look);
        await listenByKeyboard(desktop, 'Li Wei');
        await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot · Listening to Li Wei (20001)');
        all.push(performance.now() - began);
        afterSignIn.push(performance.now() - live);
        say(`  ${(all.at(-1) ?? NaN).toFixed(0)} ms, of it after the sign-in ${(afterSignIn.at(-1) ?? NaN).toFixed(0)} ms`);
        await earshot.end();
      }
      const ring = `${String(ringing / 1_000)} s of ringing in it`;
      return [
        { at: `${agents.toLocaleString('en')} agents, ${ring}`, ...percentiles(all) },
        { at: `from signed in on, ${ring}`, ...percentiles(afterSignIn) },
      ];
    }),
};
