import path from 'node:path';
import Conf from 'conf';
import type { Log } from '../ports/log.ts';
import type { StateFile } from '../ports/storage.ts';
import { guardStateFile } from '../store/guardStateFile.ts';

/** `{name}.json` in `folder`, written atomically; neither reading nor writing ever throws. */
export function createStateFile(folder: string, name: string, log: Log): StateFile {
  const open = (): { store: Record<string, unknown> } =>
    new Conf({
      cwd: folder,
      configName: name,
      projectName: 'earshot',
      configFileMode: 0o600,
      serialize: (value) => JSON.stringify(value, null, 2),
    });
  return guardStateFile(path.join(folder, `${name}.json`), open, log);
}
