import { formShown, signInByKeyboard, trustByKeyboard, type Gateway } from '../../support/byKeyboard.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { until } from '../../support/desktop/until.ts';
import { startPacked } from '../../support/packed.ts';

const patience = 120_000;

/** A packed Earshot whose inspector has signed in and sees the centre. */
export interface SignedIn {
  /** Its first process, which started all others. */
  readonly pid: number;
  /** Whether its session is live now. */
  live(): Promise<boolean>;
  /** Ends it and its gateway, and leaves nothing. */
  end(): Promise<void>;
}

/** Starts the program, which has never run before, and signs in by keyboard. The gateway is ended with it. */
export async function signedIn(desktop: Desktop, program: string, simulator: Gateway & { stop(): Promise<void> }): Promise<SignedIn> {
  const earshot = await startPacked(program, { env: desktop.env });
  const end = async (): Promise<void> => {
    earshot.process.kill('SIGTERM');
    await earshot.ended;
    await simulator.stop();
    await earshot.forget();
  };
  try {
    await until('the form', () => Promise.resolve(formShown(desktop) ? true : null), patience);
    await signInByKeyboard(desktop, simulator);
    await until('the certificate', async () => ((await earshot.log()).includes('certificate not trusted') ? true : null), patience);
    await trustByKeyboard(desktop);
    await desktop.trayItem(isLive);
  } catch (error) {
    await end();
    throw error;
  }
  return { pid: earshot.process.pid ?? 0, live: async () => (await desktop.trayItems()).some(isLive), end };
}

const isLive = ({ tooltip }: { readonly tooltip: string }): boolean => tooltip.startsWith('Earshot · Live as');
