import { chromium } from '@playwright/test';
import type { RosterMessage } from '../../../contract/roster.ts';
import { facesAt } from '../../renderer/faces/faces.ts';
import { serveFaces, type FaceServer, type RowsWay } from '../../renderer/faces/server.ts';
import { chromiumArguments, findChromium } from '../../support/chromium.ts';
import { createCentre } from './changes.ts';
import { firstRowAt, openDevtools, rowOf, watchFirstRow, type StageHost } from './stage.ts';

interface Spoken {
  /** The states of the application that the page knows. */
  readonly faces: typeof facesAt;
  readonly way: RowsWay;
}

/** The page as the web host serves it, in real Chromium; another build's, if it is said how that one is spoken to. */
export function inChromium({ faces, way }: Spoken = { faces: facesAt, way: 'packed' }): StageHost {
  const found = findChromium(process.env);
  if (found.kind === 'missing') throw new Error(found.why);
  return {
    name: 'Chromium',
    stop: () => Promise.resolve(),
    open: async (grid, folder, agents) => {
      const server = await serveFaces(folder, way);
      const centre = createCentre(agents);
      play(server, faces, null);
      const browser = await chromium.launch({ executablePath: found.file, args: [...chromiumArguments] });
      // ag-grid writes its styles into the page, which the hosts' policy forbids; without them it would mount every row.
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: grid === 'ag-grid' });
      await page.addInitScript(watchFirstRow(rowOf[grid]));
      const devtools = await openDevtools(page);
      await page.goto(server.address);
      await page.waitForLoadState('networkidle');
      const sentAt = Date.now();
      play(server, faces, centre.snapshot);
      server.sendRoster(centre.snapshot);
      const first = (await firstRowAt(page)) - sentAt;
      return {
        page,
        devtools,
        first,
        change: () => {
          server.sendRoster(centre.next());
          return Promise.resolve();
        },
        hide: async () => {
          // No browser that a test drives says by itself that it is hidden; the page is told so.
          await page.evaluate(`
            Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));`);
        },
        close: async () => {
          await browser.close();
          await server.close();
        },
      };
    },
  };
}

function play(server: FaceServer, faces: typeof facesAt, snapshot: RosterMessage | null): void {
  const face = faces(Date.now()).find(({ name }) => name === 'roster');
  if (face === undefined) throw new Error('There is no face of the roster');
  server.play({ state: face.state, snapshot, answer: { ok: true } });
}
