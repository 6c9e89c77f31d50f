import type { ParsedBridge } from '../../bridge/parsedBridge.ts';
import { createRingNotification } from './notification.ts';
import { oneTabSound } from './oneTabSound.ts';
import { createPageSurfaces, type PageSurfaces } from './pageSurfaces.ts';
import { createRingPlayer } from './ringPlayer.ts';

const touches = ['pointerdown', 'keydown'] as const;

/** The page's own surfaces, in the browser, following the state. With nobody behind the page there is nothing to alert of. */
export function startPageSurfaces(bridge: ParsedBridge): PageSurfaces {
  const surfaces = createPageSurfaces({
    notification: createRingNotification(),
    player: oneTabSound(createRingPlayer(), navigator.locks),
    report: (report) => void bridge.alertShown(report),
    permission: 'Notification' in window ? { state: () => Notification.permission, ask: () => Notification.requestPermission() } : null,
    onTouched: (touched) => {
      const once = new AbortController();
      for (const touch of touches) {
        window.addEventListener(
          touch,
          () => {
            once.abort();
            touched();
          },
          { signal: once.signal },
        );
      }
    },
  });
  bridge.onState(({ pageAlert }) => surfaces.show(pageAlert));
  bridge.onReachable((reachable) => {
    if (!reachable) surfaces.show(null);
  });
  return surfaces;
}
