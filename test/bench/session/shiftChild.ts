import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { createInspector } from '../../../main/app/compose.ts';
import { systemAuthorities } from '../../../main/gateway/systemAuthorities.ts';
import { nothingAdministered } from '../../../main/settings/administered.ts';
import { fastClock } from '../fastClock.ts';
import { readableBox } from '../../support/inspectorOnSimulator.ts';
import { showingSurfaces } from '../../support/alerts.ts';
import { memoryLogbook, silentLog } from '../../support/silentLog.ts';

// Started by shiftProcess.ts: the core alone, so that its heap is nobody else's. Ends when its parent does.
const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signIn'),
    input: z.object({ gatewayAddress: z.string(), agentId: z.string(), password: z.string(), phoneNumber: z.string() }),
  }),
  z.object({ kind: z.literal('sleep'), ms: z.number() }),
  z.object({ kind: z.literal('listen'), workNo: z.string() }),
  z.object({ kind: z.literal('stopListening') }),
  z.object({ kind: z.literal('look') }),
]);

const clock = fastClock(Number(process.argv[2]));
const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-shift-'));
process.once('exit', () => {
  rmSync(dataFolder, { recursive: true, force: true });
});
let slept = 0;
let resume = (): void => undefined;
let disk: Record<string, unknown> = {};
const inspector = createInspector(
  {
    version: '0.0.0',
    clock: { now: () => clock.now() + slept, wall: () => clock.wall() + slept, after: clock.after },
    monotonic: clock.now,
    upFor: clock.now,
    random: Math.random,
    secretBox: readableBox,
    persisted: { damaged: false, read: () => disk, write: (value) => (disk = value) },
    readFile: () => new Uint8Array(),
    systemAuthorities,
    administered: nothingAdministered,
    loginItem: null,
    readAdministered: () => Promise.resolve(nothingAdministered),
    surfaces: showingSurfaces(),
    log: silentLog,
    logbook: memoryLogbook(),
    dataFolder,
    about: { host: 'web', system: 'bench', versions: [] },
    saveFile: () => Promise.resolve({ kind: 'cancelled' }),
    onResume: (listener) => {
      resume = listener;
    },
    onNetworkChange: () => () => undefined,
    systemProxy: () => Promise.resolve('DIRECT'),
  },
  { form: null },
);
// The window is open all day.
inspector.subscribeToRoster(() => undefined).watch(true);

let signedIn = false;
let sessions = 0;
inspector.onState(({ session }) => {
  if (!signedIn && session.kind === 'signedIn') sessions += 1;
  signedIn = session.kind === 'signedIn';
  if (session.kind !== 'certificate') return;
  void inspector.command('trustCertificate', { fingerprint: session.question.certificate.fingerprint });
});

process.on('message', (message) => {
  const order = orderSchema.parse(message);
  switch (order.kind) {
    case 'signIn':
      // As one does who does not want to think of it all day: a drop past the Guid's life needs the password.
      void inspector.command('signIn', { ...order.input, keepSignedIn: true, takeOver: false });
      return;
    case 'sleep':
      slept += order.ms;
      resume();
      return;
    case 'listen':
      void inspector.command('listen', { workNo: order.workNo });
      return;
    case 'stopListening':
      void inspector.command('stopListening', {});
      return;
    case 'look': {
      global.gc?.();
      const { session, roster, listen } = inspector.state();
      process.send?.({
        heapUsed: process.memoryUsage().heapUsed,
        session: session.kind,
        why: session.kind === 'signedOut' ? (session.problem?.code ?? null) : null,
        connection: session.kind === 'signedIn' ? session.connection.kind : null,
        sessions,
        roster: roster.kind,
        listen: listen.kind,
      });
    }
  }
});
process.once('disconnect', () => process.exit(0));
