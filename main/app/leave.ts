import type { ListenService } from '../listen/listen.ts';
import type { Clock } from '../ports/clock.ts';
import type { SessionService } from '../session/session.ts';

/** Sign-out at the gateway may take this long (ms); then Earshot leaves anyway. */
const leaveWithin = 3_000;

/** Milliseconds for the last entry of the audit trail to reach the disk. */
const diskWithin = 1_000;

export interface LeaveOptions {
  readonly clock: Clock;
  readonly listen: ListenService;
  readonly session: SessionService;
  /** Settles when what is to be kept is on the disk. Never rejects. */
  written(): Promise<void>;
}

/** Stops a listen and signs out at the gateway. */
export interface Leave {
  /** As the inspector asked: what was kept to sign in goes, too. */
  signOut(): Promise<void>;
  /** Settles within four seconds whatever gateway and disk do. */
  leave(): Promise<void>;
}

export function createLeave({ clock, listen, session, written }: LeaveOptions): Leave {
  async function end(why: 'asked' | 'leaving'): Promise<void> {
    const until = clock.now() + leaveWithin;
    await listen.close(leaveWithin / 2);
    await session.signOut(Math.max(until - clock.now(), leaveWithin / 3), why);
  }

  return {
    signOut: () => end('asked'),
    leave: async () => {
      await end('leaving');
      // A disk that does not answer keeps nobody from leaving.
      await Promise.race([written(), new Promise<void>((resolve) => clock.after(diskWithin, resolve))]);
    },
  };
}
