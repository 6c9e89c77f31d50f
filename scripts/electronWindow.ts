import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { desktopArguments } from './electronBinary.ts';
import { ended } from './processes.ts';
import { inProject, root } from './project.ts';

/** Where what Chromium and the desktop's libraries say of themselves is kept, of the last start. */
export const messagesFile = inProject('dist', 'electron-messages.log');

/** `[4711:0131/120000.123456:ERROR:bus.cc(407)] …` of Chromium, `(electron:4711): Gtk-WARNING …` of GLib, `libva error: …`. */
const ofLibraries =
  /^\[\d+:\d{4}\/\d{6}\.\d+:[A-Z]+\d*:[^\]]+\] |^\([\w.-]+:\d+\): \S+-(WARNING|CRITICAL|Message|ERROR)|^(libva|MESA|libEGL|glx)\b/;

/** Whether a line is a library's word about a missing bus, a graphics card and the like, and not Earshot's. */
export function isLibraryMessage(line: string): boolean {
  return ofLibraries.test(line);
}

export interface ElectronRun {
  readonly child: ChildProcess;
  /** The exit status, once all that it said is told. */
  readonly left: Promise<number>;
}

/** Opens Earshot in Electron. What its libraries say goes into `file`, everything else where this process's own words go. */
export function openInElectron(program: string, env: NodeJS.ProcessEnv, file = messagesFile): ElectronRun {
  const child = spawn(program, [...desktopArguments(), root], { cwd: root, env, stdio: ['inherit', 'inherit', 'pipe'] });
  const messages = createWriteStream(file);
  const told = new Promise<void>((resolve) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      if (isLibraryMessage(line)) messages.write(`${line}\n`);
      else process.stderr.write(`${line}\n`);
    });
    lines.once('close', resolve);
  });
  const left = ended(child).then(async (status) => {
    await told;
    await new Promise<void>((resolve) => messages.end(resolve));
    return status;
  });
  return { child, left };
}
