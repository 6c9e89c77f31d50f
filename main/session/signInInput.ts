import type { CommandInput } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import { ownProblem } from '../ownProblem.ts';
import type { Attempt } from './phase.ts';

type SignInInput = CommandInput<'signIn'>;

/** Reads what was typed into the form; a problem names the first thing that the gateway would refuse anyway. */
export function readSignIn(input: SignInInput): { readonly attempt: Attempt } | { readonly problem: Problem } {
  const address: GatewayAddress | null = parseGatewayAddress(input.gatewayAddress);
  if (address === null) return { problem: ownProblem('bad-address') };
  const problem = inputProblem(input);
  if (problem !== null) return { problem };
  const credentials = { password: input.password, phoneNumber: input.phoneNumber.trim() };
  return { attempt: { address, agentId: input.agentId.trim(), credentials, keep: input.keepSignedIn, takeOver: input.takeOver } };
}

/** ccgateway.md 1.1, and the work numbers of the old and the new edition. */
function inputProblem(input: SignInInput): Problem | null {
  if (!/^\d{3,6}$/.test(input.agentId.trim())) return ownProblem('bad-agent-id');
  if (input.password === '') return ownProblem('no-password');
  return input.phoneNumber.trim() === '' ? ownProblem('no-phone-number') : null;
}
