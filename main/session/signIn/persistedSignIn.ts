import { z } from 'zod';
import type { KeepSignedIn } from '../../../contract/state.ts';
import { parseGatewayAddress } from '../../gateway/address.ts';
import type { Log } from '../../ports/log.ts';
import type { SecretBox } from '../../ports/storage.ts';
import type { PersistedState } from '../../store/persisted.ts';
import { jsonOf } from '../../textFormats/json.ts';
import type { Attempt } from '../phase.ts';

/** "Keep me signed in": what a sign-in needs, encrypted by the system, kept by the inspector's choice only. */
export interface PersistedSignIns {
  shown(): KeepSignedIn;
  /** After a sign-in that worked: keeps it when that was chosen, else makes sure that nothing is kept. */
  settle(attempt: Attempt): void;
  /** The password at hand, for a sign-in without asking; `unreadable` when it no longer decrypts, and is discarded. */
  open(): Attempt | 'none' | 'unreadable';
  forget(): void;
}

export interface PersistedSignInOptions {
  readonly persisted: PersistedState;
  readonly box: SecretBox;
  readonly log: Log;
  /** The administrator's word. */
  allowed(): boolean;
}

const secretSchema = z.strictObject({ password: z.string().min(1).max(32), phoneNumber: z.string().min(1).max(24) });

export function createPersistedSignIns({ persisted, box, log, allowed }: PersistedSignInOptions): PersistedSignIns {
  const possible = (): boolean => allowed() && box.available();

  function forget(): void {
    if (persisted.get().keptSignIn !== null) persisted.change({ keptSignIn: null });
  }

  function keep({ address, agentId, credentials }: Attempt): void {
    try {
      const { password, phoneNumber } = credentials;
      const secret = box.seal(JSON.stringify({ password, phoneNumber }));
      persisted.change({ keptSignIn: { gatewayAddress: address.authority, agentId, secret } });
    } catch (error) {
      forget();
      log.warn('sign-in not kept', { why: error instanceof Error ? error.name : 'unknown' });
    }
  }

  function read(): Attempt | null {
    const stored = persisted.get().keptSignIn;
    const text = stored === null ? null : box.open(stored.secret);
    const address = stored === null ? null : parseGatewayAddress(stored.gatewayAddress);
    const secret = secretSchema.safeParse(text === null ? null : jsonOf(text));
    if (stored === null || address === null || !secret.success) return null;
    log.conceal(secret.data.password);
    log.conceal(secret.data.phoneNumber);
    return { address, agentId: stored.agentId, credentials: secret.data, keep: true, takeOver: false };
  }

  // What is no longer allowed does not stay on the disk.
  if (!allowed()) forget();

  return {
    shown: () => {
      if (!possible()) return 'notOffered';
      return persisted.get().keptSignIn === null ? 'off' : 'on';
    },
    settle: (attempt) => {
      if (attempt.keep && possible()) keep(attempt);
      else forget();
    },
    open: () => {
      if (persisted.get().keptSignIn === null) return 'none';
      if (!allowed()) {
        forget();
        return 'none';
      }
      // A keyring that is locked just now may be open next time.
      if (!box.available()) return 'none';
      const attempt = read();
      if (attempt !== null) return attempt;
      forget();
      log.warn('the kept sign-in no longer decrypts and is discarded');
      return 'unreadable';
    },
    forget,
  };
}
