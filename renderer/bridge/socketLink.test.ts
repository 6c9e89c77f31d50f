import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../contract/commands.ts';
import { reconnectPause } from './reconnectPause.ts';
import { createSocketLink, type Socket } from './socketLink.ts';

const unreachable = { code: 'earshot-unreachable', meaning: 'earshot-unreachable' } as const;

class ScriptedSocket implements Socket {
  readonly sent: string[] = [];
  readonly #plain = new Map<string, () => void>();
  #message: (event: { readonly data: unknown }) => void = () => undefined;

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.happen('close');
  }

  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'message', listener: (event: { readonly data: unknown }) => void): void {
    if (type === 'message') this.#message = listener;
    else
      this.#plain.set(type, () => {
        listener({ data: null });
      });
  }

  happen(type: 'open' | 'close'): void {
    this.#plain.get(type)?.();
  }

  say(message: unknown): void {
    this.#message({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
}

function start() {
  const sockets: ScriptedSocket[] = [];
  const pauses: number[] = [];
  let next: () => void = () => undefined;
  const link = createSocketLink({
    open: () => {
      const socket = new ScriptedSocket();
      sockets.push(socket);
      return socket;
    },
    schedule: (run, ms) => {
      pauses.push(ms);
      next = run;
    },
    random: () => 1,
    unreachable,
  });
  const socket = (index: number): ScriptedSocket => {
    const found = sockets[index];
    if (found === undefined) throw new Error(`No socket ${String(index)}`);
    return found;
  };
  return {
    link,
    socket,
    sockets,
    pauses,
    passTime: () => {
      next();
    },
  };
}

describe('the socket link', () => {
  it('matches answers to commands by their id, in whatever order they come', async () => {
    const { link, socket } = start();
    socket(0).happen('open');
    const first = link.command('goIdle', {});
    const second = link.command('listen', { workNo: '101' });
    expect(socket(0).sent.map((text): unknown => JSON.parse(text))).toEqual([
      { id: 0, command: 'goIdle', input: {} },
      { id: 1, command: 'listen', input: { workNo: '101' } },
    ]);
    const refused: CommandAnswer = { ok: false, problem: { code: '900-005', meaning: '900-005' } };
    socket(0).say({ kind: 'answer', id: 1, answer: refused });
    socket(0).say({ kind: 'answer', id: 0, answer: { ok: true } });
    expect(await second).toEqual(refused);
    expect(await first).toEqual({ ok: true });
  });

  it('answers with a problem while there is no connection, and when it is lost in between', async () => {
    const { link, socket } = start();
    expect(await link.command('goIdle', {})).toEqual({ ok: false, problem: unreachable });
    socket(0).happen('open');
    const waiting = link.command('goIdle', {});
    socket(0).happen('close');
    expect(await waiting).toEqual({ ok: false, problem: unreachable });
    expect(await link.command('goIdle', {})).toEqual({ ok: false, problem: unreachable });
  });

  it('connects again with growing pauses, from the start again once the host spoke', () => {
    const { link, socket, pauses, passTime } = start();
    const told: boolean[] = [];
    link.onReachable((reachable) => told.push(reachable));
    socket(0).happen('close');
    passTime();
    socket(1).happen('open');
    socket(1).happen('close');
    passTime();
    socket(2).happen('open');
    socket(2).say({ kind: 'state', state: {} });
    socket(2).happen('close');
    expect(pauses).toEqual([500, 1000, 500]);
    expect(told).toEqual([false, true, false, true, false]);
  });

  it('gives a late listener the present state and reachability', () => {
    const { link, socket } = start();
    socket(0).happen('open');
    socket(0).say({ kind: 'state', state: 'one' });
    const states: unknown[] = [];
    const told: boolean[] = [];
    link.onState((state) => states.push(state));
    link.onReachable((reachable) => told.push(reachable));
    expect([states, told]).toEqual([['one'], [true]]);
  });

  it('ignores what is no message', () => {
    const { link, socket } = start();
    const states: unknown[] = [];
    link.onState((state) => states.push(state));
    for (const rubbish of ['', '{', 'null', '[]', { kind: 'other' }, { kind: 'answer', id: 5, answer: {} }]) socket(0).say(rubbish);
    expect(states).toEqual([]);
  });
});

describe('the pause before connecting again', () => {
  it('grows, is jittered, and never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const pause = reconnectPause(attempt, random);
        expect(pause).toBeGreaterThanOrEqual(250);
        expect(pause).toBeLessThanOrEqual(10_000);
        expect(reconnectPause(attempt + 1, random)).toBeGreaterThanOrEqual(pause);
      }),
    );
  });
});
