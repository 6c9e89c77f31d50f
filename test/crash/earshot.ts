import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CommandAnswer } from '../../contract/commands.ts';
import { connectPage } from '../../main/app/pageConnection.ts';
import { createInspector } from '../../main/app/compose.ts';
import type { Host } from '../../main/app/host.ts';
import { windowPlaceSchema } from '../../main/electron/windowPlace.ts';
import { nothingAdministered } from '../../main/settings/administered.ts';
import { createSystemClock } from '../../main/platform/systemClock.ts';
import { openDataFolder } from '../../main/web/dataFolder.ts';
import { createFileOffers } from '../../main/web/fileOffers.ts';
import { createWebHost } from '../../main/web/host.ts';
import { createStateFile } from '../../main/web/stateFile.ts';
import { quickTimings } from '../support/quickTimings.ts';
import { readableBox } from '../support/readableBox.ts';
import { orderSchema, type Birth, type Word } from './words.ts';

/**
 * Earshot as the web host puts it together: its folder, lock, log, kept file and audit trail on the disk. The page is at the other
 * end of the process's channel; the window's place is kept beside as the Electron host does, and so is the session where `box` says so.
 */
export async function runEarshot({ dataFolder, box }: Birth): Promise<void> {
  const folder = await openDataFolder(dataFolder);
  if (folder.kind !== 'taken up') throw new Error(`The data folder is ${folder.kind}.`);
  const { log } = folder;
  const web = createWebHost({
    version: '0.0.0',
    dataFolder,
    log,
    files: createFileOffers({ clock: createSystemClock(), token: randomUUID }),
    administered: nothingAdministered,
    readAdministered: () => Promise.resolve(nothingAdministered),
  });
  const windowFile = createStateFile(dataFolder, 'window', log);
  const place = windowPlaceSchema.safeParse(windowFile.read());
  // The gateway's certificate is trusted by its pin; to read the system's hundreds of authorities takes a fifth of such a life.
  const host: Host = { ...web, systemAuthorities: () => [], ...(box ? { secretBox: readableBox } : {}) };
  const inspector = createInspector(host, {
    form: null,
    timings: quickTimings,
  });
  say({ kind: 'windowWas', place: place.success ? place.data : null });
  inspector.start();
  // A session that was left alive is looked for once the rest stands; no page is there so early.
  await setImmediate();
  const bridge = connectPage(inspector, {
    state: (state) => {
      say({ kind: 'state', state });
    },
    roster: () => undefined,
  });
  void bridge.command('watchRoster', { visible: true });

  process.on('message', (message) => {
    const order = orderSchema.parse(message);
    const answer = (answered: CommandAnswer): void => {
      say({ kind: 'answer', id: order.id, answer: answered });
    };
    switch (order.kind) {
      case 'command':
        void bridge.command(order.command, order.input).then(answer);
        return;
      case 'moveWindow':
        windowFile.write(order.place);
        answer({ ok: true });
        return;
      case 'quit':
        void inspector.close().then(() => process.exit(0));
    }
  });
}

function say(word: Word): void {
  process.send?.(word);
}
