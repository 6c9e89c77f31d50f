import path from 'node:path';

/** native-reg's module for this processor, of the project's own node_modules. `project`: the project's folder. */
export function registryModuleIn(project: string): string {
  return path.join(project, 'node_modules', 'native-reg', 'prebuilds', `win32-${process.arch}`, 'node.napi.node');
}
