import type { CommandInput } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import type { Attempt } from './phase.ts';

type SignInInput = CommandInput<'signIn'>;

/** Reads what was typed into the form; a problem names the first thing that the gateway would refuse anyway. */
export function readSignIn(input: SignInInput): { readonly attempt: Attempt } | { readonly problem: Problem } {
  const address: GatewayAddress | null = parseGatewayAddress(input.gatewayAddress);
  if (address === null) return { problem: badAddress };
  const problem = inputProblem(input);
  if (problem !== null) return { problem };
  const credentials = { password: input.password, phoneNumber: input.phoneNumber.trim() };
  return { attempt: { address, agentId: input.agentId.trim(), credentials, keep: input.keepSignedIn, takeOver: input.takeOver } };
}

const badAddress: Problem = {
  code: 'bad-address',
  sentence: 'This is not a gateway address.',
  remedy: 'Enter it like gateway.example:8043, as your administrator gave it to you.',
};

/** ccgateway.md 1.1, and the work numbers of the old and the new edition. */
function inputProblem(input: SignInInput): Problem | null {
  if (!/^\d{3,6}$/.test(input.agentId.trim())) {
    return { code: 'bad-agent-id', sentence: 'This is not an agent ID.', remedy: 'An agent ID is a number from 101 to 999999.' };
  }
  if (input.password === '')
    return { code: 'no-password', sentence: 'The password is missing.', remedy: 'Enter the password of your agent ID.' };
  if (input.phoneNumber.trim() === '') {
    return {
      code: 'no-phone-number',
      sentence: 'The phone number is missing.',
      remedy: 'Enter the number of the phone that shall ring when you listen.',
    };
  }
  return null;
}
