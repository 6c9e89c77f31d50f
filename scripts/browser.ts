import { spawn } from 'node:child_process';
import { hasDisplay } from './electronBinary.ts';

/** Opens a link in the user's browser where there is a screen; the printed link remains for everything else. */
export function openBrowser(link: string): void {
  if (!hasDisplay(process.env)) return;
  const [program, ...args] = opener(link);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // No opener on this machine: the link was printed.
  child.on('error', () => undefined);
  child.unref();
}

function opener(link: string): [string, ...string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', link];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', link];
    default:
      return ['xdg-open', link];
  }
}
