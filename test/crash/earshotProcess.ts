import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts';
import type { AppState } from '../../contract/state.ts';
import type { WindowPlace } from '../../main/electron/windowPlace.ts';
import { bundled } from '../support/bundled/bundled.ts';
import { wordSchema, type Birth, type Order } from './words.ts';

/** An Earshot in a process of its own. What is waited for is `null` when the process died before it came. */
export interface EarshotProcess {
  /** Where the window was, and the first state that is shown. */
  started(): Promise<{ readonly place: WindowPlace | null; readonly state: AppState } | null>;
  state(): AppState;
  until(what: string, fits: (state: AppState) => boolean): Promise<AppState | null>;
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer | null>;
  moveWindow(place: WindowPlace): Promise<CommandAnswer | null>;
  /** Ends as by the tray's menu. */
  quit(): void;
  /** Ends it at once, wherever it is. */
  kill(): void;
  /** The same when it has said so many words more, and `then` milliseconds: however busy the machine, it got as far as that. */
  killAfter(words: number, then: number): void;
  isDead(): boolean;
  /** Rejects when it ended otherwise than it was told to. */
  readonly dead: Promise<void>;
}

/** Milliseconds: a busy machine is no fault. */
const patience = 60_000;

export function startEarshot(birth: Birth): EarshotProcess {
  const child = fork(bundled('crashing'), [JSON.stringify(birth)], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  let present: AppState | null = null;
  let place: WindowPlace | null = null;
  let ids = 0;
  let isDead = false;
  const answers = new Map<number, (answer: CommandAnswer | null) => void>();
  const watchers = new Set<() => void>();
  const wake = (): void => {
    for (const watcher of [...watchers]) watcher();
  };

  let wordsLeft = Infinity;
  let lastMoment = 0;

  function countWord(): void {
    wordsLeft -= 1;
    if (wordsLeft === 0) setTimeout(() => child.kill('SIGKILL'), lastMoment);
  }

  child.on('message', (message) => {
    const word = wordSchema.parse(message);
    countWord();
    switch (word.kind) {
      case 'windowWas':
        ({ place } = word);
        return;
      case 'state':
        present = word.state;
        wake();
        return;
      case 'answer':
        answers.get(word.id)?.(word.answer);
        answers.delete(word.id);
    }
  });
  // After the last of its words.
  const dead = once(child, 'close').then(([status, signal]) => {
    isDead = true;
    for (const resolve of answers.values()) resolve(null);
    wake();
    if (signal !== 'SIGKILL' && status !== 0) throw new Error(`Earshot ended with ${String(status)}: ${output}`);
  });
  dead.catch(() => undefined);

  function until(what: string, fits: (state: AppState) => boolean): Promise<AppState | null> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        watchers.delete(check);
      };
      const check = (): void => {
        const fitting = present !== null && fits(present) ? present : null;
        if (fitting === null && !isDead) return;
        done();
        resolve(fitting);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`Never came: ${what}. Session and listen: ${JSON.stringify([present?.session, present?.listen])}. ${output}`));
      }, patience);
      watchers.add(check);
      check();
    });
  }

  function ask(order: Order): Promise<CommandAnswer | null> {
    if (isDead || !child.connected) return Promise.resolve(null);
    return new Promise((resolve) => {
      answers.set(order.id, resolve);
      // One that was killed meanwhile takes nothing any more; its end answers.
      child.send(order, () => undefined);
    });
  }

  const nextId = (): number => {
    ids += 1;
    return ids;
  };

  return {
    started: async () => {
      const state = await until('a first state', () => true);
      return state === null ? null : { place, state };
    },
    state: () => {
      if (present === null) throw new Error('Nothing was shown yet.');
      return present;
    },
    until,
    command: (command, input) => ask({ kind: 'command', id: nextId(), command, input }),
    moveWindow: (to) => ask({ kind: 'moveWindow', id: nextId(), place: to }),
    quit: () => void ask({ kind: 'quit', id: nextId() }),
    kill: () => void child.kill('SIGKILL'),
    killAfter: (words, then) => {
      wordsLeft = Math.max(1, words);
      lastMoment = then;
    },
    isDead: () => isDead,
    dead,
  };
}
