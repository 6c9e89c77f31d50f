import type { Problem } from '../../contract/problem.ts';
import { parseLink, type ParsedBridge } from './parsedBridge.ts';
import { createPreloadLink, isPreloadApi } from './preloadLink.ts';
import { createSocketLink } from './socketLink.ts';

/** Connects to the application: through the preload script where there is one, else to the web host that served the page. */
export function connectBridge(unreachable: Problem): ParsedBridge {
  const offered: unknown = Reflect.get(window, 'earshot');
  if (isPreloadApi(offered)) return parseLink(createPreloadLink(offered, unreachable));
  const address = new URL('bridge', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return parseLink(
    createSocketLink({
      open: () => new WebSocket(address),
      schedule: (run, ms) => {
        setTimeout(run, ms);
      },
      random: Math.random,
      unreachable,
    }),
  );
}
