import type { CommandInput } from '../../../contract/commands.ts';
import type { Problem } from '../../../contract/problem.ts';
import { signInValues } from '../../../contract/signInForm.ts';
import { readGatewayAddress } from '../../gateway/address.ts';
import { ownProblem } from '../../results/ownProblem.ts';
import type { Attempt } from '../phase.ts';

type SignInInput = CommandInput<'signIn'>;

/** Reads what was typed into the form; a problem names the first thing that the gateway would refuse anyway. */
export function readSignIn(input: SignInInput): { readonly attempt: Attempt } | { readonly problem: Problem } {
  const { gatewayAddress, agentId, password, phoneNumber } = signInValues(input);
  const read = readGatewayAddress(gatewayAddress);
  if (read.kind === 'oddNumber') return { problem: ownProblem('bad-ip-address') };
  if (read.kind === 'notAnAddress') return { problem: ownProblem('bad-address') };
  // protocol.md 1.1, and the work numbers of the old and the new edition.
  if (!/^\d{3,6}$/.test(agentId)) return { problem: ownProblem('bad-agent-id') };
  if (password === '') return { problem: ownProblem('no-password') };
  if (phoneNumber === '') return { problem: ownProblem('no-phone-number') };
  const { keepSignedIn: keep, takeOver } = input;
  return { attempt: { address: read.address, agentId, credentials: { password, phoneNumber }, keep, takeOver } };
}
