import type { Simulator } from '../../simulator/index.ts';
import type { EarshotProcess } from './earshotProcess.ts';
import { isActive } from './shift.ts';

/** Milliseconds: a busy machine is no fault. */
const patience = 60_000;

/** Waits until the session that an earlier run left is taken up: whether it lived to. Throws when it is another one, or none. */
export async function expectSameSession(earshot: EarshotProcess, simulator: Simulator, requestsBefore: number): Promise<boolean> {
  const settled = await earshot.until('an end of resuming', ({ session }) => session.kind !== 'resuming');
  if (settled === null) return false;
  if (settled.session.kind !== 'signedIn') throw new Error(`the session was not taken up but is ${JSON.stringify(settled.session)}`);
  const signIns = simulator.requests.slice(requestsBefore).filter(({ interface: name }) => name === 'login' || name === 'forceLogin');
  if (signIns.length > 0) throw new Error('the session was begun anew instead of taken up');
  return true;
}

/** Waits until Earshot shows what is: signed in where the gateway says so, and the listen that the gateway has under way, or none. */
export async function expectAgreement(earshot: EarshotProcess, simulator: Simulator): Promise<void> {
  const until = Date.now() + patience;
  while (!earshot.isDead()) {
    const wrong = stillWrong(earshot, simulator);
    if (wrong === null) return;
    if (Date.now() > until) throw new Error(wrong);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function stillWrong(earshot: EarshotProcess, simulator: Simulator): string | null {
  const { session, listen } = earshot.state();
  switch (session.kind) {
    case 'signedOut':
    case 'takeOver':
    case 'certificate':
      return null;
    case 'resuming':
    case 'signingIn':
    case 'signingOut':
      return `still ${session.kind}`;
    case 'signedIn': {
      const truth = simulator.sessionOf(session.agentId);
      if (!truth.signedIn) return 'signed in here, but not at the gateway';
      const here = isActive(listen) ? listen.agent.workNo : null;
      const there = truth.listen?.workNo ?? null;
      if (here !== there) return `the gateway lets listen to ${String(there)}, Earshot shows ${String(here)} (${listen.kind})`;
      return listen.kind === 'outcomeUnknown' || listen.kind === 'requesting' ? `the listen is left ${listen.kind}` : null;
    }
  }
}

/** The agents of the listens that the gateway took, oldest first. */
export function takenRequests(simulator: Simulator): readonly string[] {
  return simulator.requests
    .filter(({ interface: name, answer }) => name === 'addSupervise' && answer?.retcode === '0')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
}
