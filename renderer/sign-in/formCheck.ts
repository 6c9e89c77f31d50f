import { signInValues } from '../../contract/signInForm.ts';
import type { SignInForm } from '../../contract/state.ts';

export type FieldName = keyof SignInForm;

/** What the inspector chose beside the fields. */
export interface SignInChoices {
  readonly keepSignedIn: boolean;
  /** The button said "Take over". */
  readonly takeOver: boolean;
}

/** The fields in the order in which they stand. */
export const fieldNames = ['gatewayAddress', 'agentId', 'password', 'phoneNumber'] as const satisfies readonly FieldName[];

/** The fields that still need a value, in their order. */
export function missingFields(form: SignInForm): readonly FieldName[] {
  const sent = signInValues(form);
  return fieldNames.filter((name) => sent[name] === '');
}
