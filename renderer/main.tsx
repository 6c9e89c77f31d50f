// The common styles first, so that a part's own may refine them.
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { PageSurfacesProvider } from './alerts/surfaces/HindranceLines.tsx';
import { startPageSurfaces } from './alerts/surfaces/startPageSurfaces.ts';
import { createActions } from './bridge/actions.ts';
import { createAppStore } from './bridge/appStore.ts';
import { connectBridge } from './bridge/connectBridge.ts';
import { EarshotProvider } from './model/EarshotContext.tsx';
import { createAgentWatch } from './bridge/agentWatch.ts';
import { createRosterStore } from './bridge/rosterStore.ts';
import { createRosterViewStore } from './bridge/rosterViewStore.ts';
import { browserTime } from './clock/browserTime.ts';
import { createClock } from './clock/clock.ts';
import { ClockProvider } from './clock/Ticking.tsx';
import { LanguageProvider } from './shell/LanguageProvider.tsx';
import { createAgentList } from './model/agents/agentList.ts';
import { createNameSounds } from './model/agents/search/nameSounds.ts';
import { textOrder } from './model/agents/tableOrder.ts';
import { App } from './shell/App.tsx';
import { holdToOneGesture } from './ui/oneGesture.ts';

/** Starts the page. */
function start(): void {
  // The page's policy forbids eval, which zod otherwise tries.
  z.config({ jitless: true });
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  holdToOneGesture(window);
  const time = browserTime();
  const bridge = connectBridge({ code: 'earshot-unreachable', meaning: 'earshot-unreachable' });
  const schedule = (run: () => void, ms: number): void => {
    time.after(ms, run);
  };
  // Before anything else hears of a state: what is drawn of it is drawn by its clock.
  bridge.onReachable((reachable) => {
    if (reachable) time.anew();
  });
  bridge.onState(({ now }) => {
    time.said(now);
  });
  const clock = createClock(time);
  const roster = createRosterStore({ bridge, schedule });
  const rosterView = createRosterViewStore({ bridge, schedule });
  time.onVisibility(() => {
    if (time.hidden()) rosterView.flush();
  });
  const soon = (run: () => void): void => {
    schedule(run, 0);
  };
  const sounds = createNameSounds({ load: async () => (await import('./model/agents/search/pinyin.ts')).createNameSpelling(), soon });
  const earshot = {
    app: createAppStore(bridge, () => time.now()),
    roster,
    rosterView,
    watch: createAgentWatch({ bridge, schedule }),
    list: createAgentList({ roster, view: rosterView, sounds, compareTexts: textOrder(), clock, soon }),
    actions: createActions(bridge),
  };
  const surfaces = startPageSurfaces(bridge);
  createRoot(root).render(
    <StrictMode>
      <ClockProvider value={clock}>
        <EarshotProvider value={earshot}>
          <LanguageProvider>
            <PageSurfacesProvider value={surfaces}>
              <App />
            </PageSurfacesProvider>
          </LanguageProvider>
        </EarshotProvider>
      </ClockProvider>
    </StrictMode>,
  );
}

start();
