import type { App, Session, WebContents } from 'electron';
import type { Log } from '../ports/log.ts';
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
  leadNowhere(session, log);
}

/**
 * What asks no permission and makes no request of its own kind (WebRTC over TCP, a connection or a look-up made ahead)
 * ends at a proxy that there cannot be: nobody listens on port 0. The pages' own scheme needs no proxy.
 */
function leadNowhere(session: Session, log: Log): void {
  session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:0', proxyBypassRules: '<-loopback>' }).catch(() => {
    log.error('pages not kept from the network');
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

/** A page may not have names looked up ahead: that heeds no proxy. Before Electron is ready, or it has no effect. */
export function lookNothingUp({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

/** Denies navigation, new windows, embedded pages and WebRTC's own ways to every page that there will ever be. */
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
  // By UDP through a proxy alone, which none of the pages has.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', deny('navigate'));
  contents.on('will-redirect', deny('redirect'));
  contents.on('will-frame-navigate', deny('frame'));
  contents.on('will-attach-webview', deny('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('navigation denied', { what: 'window' });
    return { action: 'deny' };
  });
}
