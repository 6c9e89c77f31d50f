import Conf from 'conf';
import { guardStateFile } from '../../../main/store/guardStateFile.ts';
import { openPersisted } from '../../../main/store/persisted.ts';
import { createPins } from '../../../main/trust/pins.ts';
import { silentLog } from '../../support/silentLog.ts';

// Trusts one certificate after the other in the folder that it is given, until the test kills it: within a second, or it ends by
// itself, so that a test run that was broken off leaves nothing behind that works on.
const folder = process.argv[2] ?? '';
const file = guardStateFile(
  `${folder}/earshot.json`,
  () => new Conf({ cwd: folder, configName: 'earshot', projectName: 'earshot', configFileMode: 0o600 }),
  silentLog,
);
const pins = createPins(openPersisted(file, silentLog), () => ({ pins: [], userTrust: true }));
const end = performance.now() + 15_000;
for (let count = 0; performance.now() < end; count += 1) {
  const fingerprint = Array.from({ length: 32 }, (_, index) => ((count >> (index % 3)) & 255).toString(16).toUpperCase().padStart(2, '0'));
  const facts = { subject: 'x'.repeat(900), issuer: '', validFrom: 0, validTo: 1, serialNumber: '', key: '', names: [], chain: [] };
  pins.add(`gw-${String(count % 40)}:8043`, { ...facts, fingerprint: fingerprint.join(':') }, true, count);
  if (count % 10 === 0) process.stdout.write('ten more are written\n');
  if (pins.of(`gw-${String(count % 40)}:8043`).length > 3)
    for (const { fingerprint: old } of pins.of(`gw-${String(count % 40)}:8043`).slice(1)) pins.remove(`gw-${String(count % 40)}:8043`, old);
}
