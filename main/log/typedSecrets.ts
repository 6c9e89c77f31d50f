import { asTypedNumber } from '../../contract/typed.ts';
import type { Log } from '../ports/log.ts';

/** Hides what an inspector types to sign in: the phone number for good, the password for as long as a sign-in holds it. */
export interface TypedSecrets {
  typed(input: { readonly password: string; readonly phoneNumber: string }): void;
  /** No sign-in holds the password any more. */
  settled(): void;
}

export function createTypedSecrets(log: Log): TypedSecrets {
  let password: string | null = null;
  function settled(): void {
    if (password !== null) log.forget(password);
    password = null;
  }
  return {
    typed: (input) => {
      settled();
      password = input.password;
      log.conceal(password);
      log.conceal(input.phoneNumber.trim());
      log.conceal(asTypedNumber(input.phoneNumber));
    },
    settled,
  };
}
