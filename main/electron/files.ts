import { join } from 'node:path';
import { registryModuleIn } from '../settings/policy/registryModule.ts';

/** Where what is built, and what is shipped beside it, lies. */
export interface AppFiles {
  /** The folder of the built pages. */
  readonly page: string;
  readonly preload: string;
  readonly alertPreload: string;
  readonly tray: string;
  readonly badge: string;
  readonly icon: string;
  /** Native code that reads the registry; there on Windows alone. */
  readonly registryModule: string;
}

/**
 * The files of a build. `root`: the folder of the project, or the archive of the packed application. `resources`: the folder
 * beside that archive, as native code is not loaded from within; null where nothing is packed.
 */
export function filesOfBuild(root: string, resources: string | null = null): AppFiles {
  return {
    page: join(root, 'dist', 'renderer'),
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    alertPreload: join(root, 'dist', 'preload', 'alert.cjs'),
    tray: join(root, 'assets', 'tray'),
    badge: join(root, 'assets', 'badge'),
    icon: join(root, 'assets', 'icon', '256.png'),
    registryModule: resources === null ? registryModuleIn(root) : join(resources, 'registry', 'node.napi.node'),
  };
}
