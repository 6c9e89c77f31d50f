import { existsSync, readFileSync, realpathSync } from 'node:fs';
import type { Administered } from '../settings/administered.ts';
import { machineFilePath } from '../settings/machineFile.ts';
import { readOwnChoices } from '../settings/ownChoices.ts';
import { policyPlace } from '../settings/policy/policy.ts';
import { settingsReport } from '../settings/settingsReport.ts';
import { windowsFolder } from '../settings/windowsFolder.ts';
import { readAuthorityFile } from '../trust/authorityFile.ts';

/** Whether Earshot was started only to tell of its settings: for administrators. */
export const checkSettingsSwitch = 'check-settings';

/**
 * Tells of the settings of this computer and of this inspector, and answers the exit status: 0 when everything that was found is
 * obeyed, 1 when something is not. Nothing is started, made or changed. `stateFile`: where the inspector's own choices are kept.
 */
export async function checkSettings(
  stateFile: string,
  print: (line: string) => void,
  readAdministered: () => Promise<Administered>,
): Promise<0 | 1> {
  const { platform } = process;
  const windows = platform === 'win32' ? windowsFolder(realpathSync.native) : '';
  const { lines, obeyed } = settingsReport({
    administered: await readAdministered(),
    own: readOwnChoices(() => (existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : null)),
    places: { policy: policyPlace(platform), machine: machineFilePath(platform, windows), user: stateFile },
    authorityFileFault: (file) => {
      const read = readAuthorityFile(file, (each) => readFileSync(each));
      return read.kind === 'unreadable' ? read.why : null;
    },
  });
  for (const line of lines) print(line);
  return obeyed ? 0 : 1;
}
