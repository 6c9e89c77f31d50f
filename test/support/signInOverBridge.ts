import { WebSocket } from 'ws';
import { z } from 'zod';
import type { CommandName } from '../../contract/commands.ts';
import type { SocketCommand } from '../../contract/socket.ts';
import type { Simulator } from '../../simulator/index.ts';

/** Of what the host sends, all that a sign-in goes by. */
const toldSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('state'),
    state: z.looseObject({
      session: z.looseObject({ kind: z.string(), connection: z.looseObject({ kind: z.string() }).optional() }),
    }),
  }),
  z.looseObject({ kind: z.literal('answer'), answer: z.looseObject({ ok: z.boolean() }) }),
  z.looseObject({ kind: z.literal('roster') }),
]);

/**
 * Signs the simulator's first inspector in at a web host, as its page does, but without one: for tests of what comes after it. Trusts
 * the simulator's certificate. Resolves once the session lives; rejects when a command is refused or the host ends.
 */
export function signInOverBridge(origin: string, cookie: string, simulator: Simulator): Promise<undefined> {
  const [account] = simulator.inspectors;
  if (account === undefined) throw new Error('The simulator has no inspector.');
  const { agentId, password, phone: phoneNumber } = account;
  const gatewayAddress = `127.0.0.1:${String(simulator.port)}`;
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge`, { headers: { cookie, origin } });
  let sent = 0;
  const command = (name: CommandName, input: unknown): void => {
    sent += 1;
    socket.send(JSON.stringify({ id: sent, command: name, input } satisfies SocketCommand));
  };
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  socket.on('error', reject);
  socket.on('close', () => {
    reject(new Error('The host closed the connection before the session lived.'));
  });
  socket.on('open', () => {
    command('signIn', { gatewayAddress, agentId, password, phoneNumber, keepSignedIn: false, takeOver: false });
  });
  let trusted = false;
  socket.on('message', (data: Buffer) => {
    const told = toldSchema.parse(JSON.parse(data.toString('utf8')));
    if (told.kind === 'answer' && !told.answer.ok) reject(new Error(`A command was refused: ${JSON.stringify(told.answer)}`));
    if (told.kind !== 'state') return;
    const { kind, connection } = told.state.session;
    if (kind === 'certificate' && !trusted) {
      trusted = true;
      command('trustCertificate', { fingerprint: simulator.fingerprint });
    }
    if (kind === 'signedIn' && connection?.kind === 'live') resolve(undefined);
  });
  return promise.finally(() => {
    socket.terminate();
  });
}
