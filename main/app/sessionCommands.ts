import type { CommandAnswer } from '../../contract/commands.ts';
import { failureProblem } from '../gateway/problem.ts';
import { phonePickup } from '../gateway/voicecall.ts';
import type { TypedSecrets } from '../log/typedSecrets.ts';
import { done, notSignedIn, refuse } from '../results/commandAnswers.ts';
import { withAdministered } from '../session/signIn/administeredGateway.ts';
import type { SessionService } from '../session/session.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { TrustService } from '../trust/trust.ts';
import type { Handlers } from './commands.ts';

export interface SessionCommandOptions {
  readonly settings: SettingsService;
  readonly secrets: TypedSecrets;
  readonly trust: TrustService;
  readonly session: SessionService;
  signOut(): Promise<void>;
}

type SessionCommand =
  | 'signIn'
  | 'trustCertificate'
  | 'forgetCertificate'
  | 'replaceCertificate'
  | 'takeOver'
  | 'cancelSignIn'
  | 'signOut'
  | 'tryNow'
  | 'goIdle';

/** What the inspector asks for on the way in and out, and of their own state. */
export function sessionCommands({ settings, secrets, trust, session, signOut }: SessionCommandOptions): Pick<Handlers, SessionCommand> {
  return {
    signIn: (input) => {
      secrets.typed(input);
      return session.signIn(withAdministered(input, settings.get()));
    },
    trustCertificate: ({ fingerprint }) => session.trustCertificate(fingerprint),
    forgetCertificate: ({ gateway, fingerprint }) => trust.forget(gateway, fingerprint),
    replaceCertificate: ({ gateway, fingerprint, keepOthers }) => trust.replace(gateway, fingerprint, keepOthers),
    takeOver: session.takeOver,
    cancelSignIn: session.cancel,
    signOut: async () => {
      await signOut();
      return done;
    },
    tryNow: session.tryNow,
    goIdle: () => session.live()?.goIdle() ?? refuse(notSignedIn),
  };
}

/** Picks the inspector's own phone up, where it is linked to the gateway. */
export async function answerPhone(session: SessionService): Promise<CommandAnswer> {
  const live = session.live();
  if (live === null) return refuse(notSignedIn);
  const reply = await phonePickup(live.link);
  return reply.ok ? done : refuse(failureProblem(reply.failure));
}
