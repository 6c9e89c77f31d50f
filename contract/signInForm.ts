import type { SignInForm } from './state.ts';
import { asTypedAddress, asTypedNumber } from './typed.ts';

/** The values of the sign-in form as they were meant, for the page that sends them and the core that reads them; a password is left as it is. */
export function signInValues({ gatewayAddress, agentId, password, phoneNumber }: SignInForm): SignInForm {
  return {
    gatewayAddress: asTypedAddress(gatewayAddress),
    agentId: asTypedNumber(agentId),
    password,
    phoneNumber: asTypedNumber(phoneNumber),
  };
}
