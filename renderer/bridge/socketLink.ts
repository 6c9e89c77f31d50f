import { z } from 'zod';
import { commandAnswerSchema, type CommandAnswer } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { SocketCommand } from '../../contract/socket.ts';
import type { Link } from './link.ts';
import { createListeners } from '../../contract/listeners.ts';
import { reconnectPause } from './reconnectPause.ts';

/** The part of a WebSocket that the link uses. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface SocketLinkOptions {
  readonly open: () => Socket;
  readonly schedule: (run: () => void, ms: number) => void;
  readonly random: () => number;
  /** What a command answers while there is no connection. */
  readonly unreachable: Problem;
}

/** The envelope alone: a state or roster message that cannot be read is still told from an answer. */
const envelopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.int(), answer: z.unknown() }),
  z.object({ kind: z.literal('state'), state: z.unknown() }),
  z.object({ kind: z.literal('roster'), message: z.unknown() }),
]);

function envelopeOf(data: unknown): z.infer<typeof envelopeSchema> | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The link over the web host's WebSocket; it connects again for as long as the page lives. */
export function createSocketLink({ open, schedule, random, unreachable }: SocketLinkOptions): Link {
  const states = createListeners<unknown>();
  const rosters = createListeners<unknown>();
  const reachability = createListeners<boolean>();
  const waiting = new Map<number, (answer: CommandAnswer) => void>();
  let current: Socket | null = null;
  let reachable = false;
  let told = false;
  let lastState: { readonly payload: unknown } | null = null;
  let nextId = 0;
  let attempt = 0;

  function setReachable(next: boolean): void {
    if (told && reachable === next) return;
    told = true;
    reachable = next;
    reachability.notify(next);
  }

  function settle(id: number, payload: unknown): void {
    const resolve = waiting.get(id);
    if (resolve === undefined) return;
    waiting.delete(id);
    const answer = commandAnswerSchema.safeParse(payload);
    resolve(answer.success ? answer.data : { ok: false, problem: unreachable });
  }

  function receive(data: unknown): void {
    // A message, not the mere opening, proves the host: a refused handshake must not reset the pauses.
    attempt = 0;
    const envelope = envelopeOf(data);
    if (envelope === null) return;
    switch (envelope.kind) {
      case 'answer':
        settle(envelope.id, envelope.answer);
        return;
      case 'state':
        lastState = { payload: envelope.state };
        states.notify(envelope.state);
        return;
      case 'roster':
        rosters.notify(envelope.message);
        return;
    }
  }

  function lose(): void {
    current = null;
    setReachable(false);
    for (const resolve of waiting.values()) resolve({ ok: false, problem: unreachable });
    waiting.clear();
    schedule(connect, reconnectPause(attempt, random()));
    attempt += 1;
  }

  function connect(): void {
    const socket = open();
    socket.addEventListener('open', () => {
      current = socket;
      setReachable(true);
    });
    socket.addEventListener('message', (event) => {
      receive(event.data);
    });
    socket.addEventListener('close', lose);
  }

  connect();

  return {
    command: (name, input) => {
      const socket = current;
      if (socket === null) return Promise.resolve({ ok: false, problem: unreachable });
      const id = nextId;
      nextId += 1;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, command: name, input } satisfies SocketCommand));
      });
    },
    onState: (listener) => {
      if (lastState !== null) listener(lastState.payload);
      return states.add(listener);
    },
    onRoster: rosters.add,
    onReachable: (listener) => {
      if (told) listener(reachable);
      return reachability.add(listener);
    },
  };
}
