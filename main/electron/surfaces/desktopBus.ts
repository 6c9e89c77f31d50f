import { execFile } from 'node:child_process';

/** Milliseconds. A bus that does not answer has nothing to tell. */
const patience = 400;

/** A method of a Linux desktop's session bus. */
export interface BusQuestion {
  readonly service: string;
  readonly path: string;
  /** With its interface. */
  readonly member: string;
  /** As dbus-send writes them: `string:words`. */
  readonly args: readonly string[];
}

/** Asks the desktop's session bus for something that is yes or no; null when nobody answers, or with something else. */
export function askBus({ service, path, member, args }: BusQuestion): Promise<boolean | null> {
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
