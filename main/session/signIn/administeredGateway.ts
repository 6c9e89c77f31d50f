import type { Settings } from '../../../contract/settings.ts';
import type { SignInForm } from '../../../contract/state.ts';
import { parseGatewayAddress } from '../../gateway/address.ts';
import type { PersistedState } from '../../store/persisted.ts';

type GatewaySettings = Pick<Settings, 'gateway' | 'backupGateways'>;

/** A sign-in, with the gateway that the administrator set, where they set one. */
export function withAdministered<SignIn extends SignInForm>(form: SignIn, { gateway }: GatewaySettings): SignIn {
  return gateway === '' ? form : { ...form, gatewayAddress: gateway };
}

/** A session, or a sign-in, that was kept for a gateway which is not the administrator's any more is not taken up again. */
export function forgetOtherGateways(persisted: PersistedState, { gateway, backupGateways }: GatewaySettings): void {
  if (gateway === '') return;
  const allowed = new Set([gateway, ...backupGateways].map(authorityOf));
  const { savedSession, keptSignIn } = persisted.get();
  if (savedSession !== null && !allowed.has(authorityOf(savedSession.gatewayAddress))) persisted.change({ savedSession: null });
  if (keptSignIn !== null && !allowed.has(authorityOf(keptSignIn.gatewayAddress))) persisted.change({ keptSignIn: null });
}

function authorityOf(text: string): string | null {
  return parseGatewayAddress(text)?.authority ?? null;
}
