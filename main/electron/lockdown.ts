import type { App, Session, WebContents } from 'electron';
import type { Log } from '../host.ts';
import { pageOrigin } from './identity.ts';

/**
 * Denies every page every permission and every request that is not for Earshot's own scheme; but Earshot's own may know
 * the devices that a ring can be heard on, and play on the chosen one, and its window may fill the screen, as the wallboard does.
 */
export function lockSession(session: Session, knowsOutputs: (contents: WebContents) => boolean, log: Log): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const given = permission === 'fullscreen' && contents.mainFrame.origin === pageOrigin;
    if (!given) log.warn('permission denied', { permission });
    answer(given);
  });
  session.setPermissionCheckHandler(
    (contents, permission) => permission === 'speaker-selection' && contents !== null && knowsOutputs(contents),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    // DevTools, in a build that has them, are pages of their own scheme.
    const own = details.url.startsWith(`${pageOrigin}/`) || details.url.startsWith('devtools://');
    if (!own) log.warn('request denied', { type: details.resourceType });
    answer({ cancel: !own });
  });
  // With a language to check, Chromium fetches its dictionary from the internet, whatever the pages say of spell checking.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Chromium's switches that open its pages to other programs. Those of Node are closed by the package's fuses. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'] as const;

/**
 * Takes the switches for debugging off the command line: whoever could drive the pages could read the password as it is typed.
 * Before Electron is ready, or it has no effect. Returns those that were there.
 */
export function refuseDebugging({ commandLine }: Pick<App, 'commandLine'>): readonly string[] {
  const refused = debuggingSwitches.filter((name) => commandLine.hasSwitch(name));
  for (const name of refused) commandLine.removeSwitch(name);
  return refused;
}

/** Denies navigation, new windows and embedded pages to every page that there will ever be. */
export function lockPages(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    lockPage(contents, log);
  });
}

function lockPage(contents: WebContents, log: Log): void {
  const deny =
    (what: string) =>
    (event: { preventDefault(): void }): void => {
      event.preventDefault();
      log.warn('navigation denied', { what });
    };
  contents.on('will-navigate', deny('navigate'));
  contents.on('will-redirect', deny('redirect'));
  contents.on('will-frame-navigate', deny('frame'));
  contents.on('will-attach-webview', deny('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('navigation denied', { what: 'window' });
    return { action: 'deny' };
  });
}
