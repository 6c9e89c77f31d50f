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

/** What is sent: the values as typed, without the blanks around them that pasting leaves; a password is left as it is. */
export function asSent(form: SignInForm): SignInForm {
  return {
    gatewayAddress: form.gatewayAddress.trim(),
    agentId: form.agentId.trim(),
    password: form.password,
    phoneNumber: form.phoneNumber.trim(),
  };
}

/** The fields that still need a value, in their order. */
export function missingFields(form: SignInForm): readonly FieldName[] {
  const sent = asSent(form);
  return fieldNames.filter((name) => sent[name] === '');
}
