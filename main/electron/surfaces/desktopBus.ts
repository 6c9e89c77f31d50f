import { execFile } from 'node:child_process';

/** A method of a Linux desktop's session bus. */
export interface BusQuestion {
  readonly service: string;
  readonly path: string;
  /** With its interface. */
  readonly member: string;
  /** As dbus-send writes them: `string:words`. */
  readonly args: readonly string[];
  /** Milliseconds to wait for the answer: a bus that does not give one has nothing to tell. */
  readonly patience: number;
}

/** Asks the desktop's session bus for something that is yes or no; null when nobody answers, or with something else. */
export function askBus({ service, path, member, args, patience }: BusQuestion): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(
      'dbus-send',
      ['--session', '--print-reply', `--dest=${service}`, path, member, ...args],
      { timeout: patience },
      (error, answer) => {
        resolve(error === null ? yesOrNo(answer) : null);
      },
    );
  });
}

/** The yes or no in a reply as dbus-send prints it. */
export function yesOrNo(reply: string): boolean | null {
  const [, word] = /\bboolean (true|false)\b/u.exec(reply) ?? [];
  return word === undefined ? null : word === 'true';
}
