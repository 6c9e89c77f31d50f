import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { NativeFault } from '../registryRead.ts';
import type { NativeRegistry, OpenKey } from './nativeRegistry.ts';
import type { Hive } from './registryKey.ts';

export type LoadedModule =
  | { readonly kind: 'loaded'; readonly registry: NativeRegistry }
  | { readonly kind: 'failed'; readonly fault: NativeFault };

/**
 * Loads native-reg's module for Windows' registry. `file`: its full path, the only place that is looked at. native-reg's own
 * JavaScript looks into several, by variables and the folder that the program was started in, which are the inspector's to choose.
 * Never throws.
 */
export function loadNativeRegistry(file: string): LoadedModule {
  if (!existsSync(file)) return { kind: 'failed', fault: { code: 'missing' } };
  try {
    const loaded: unknown = createRequire(import.meta.url)(file);
    return { kind: 'loaded', registry: registryOf(moduleSchema.parse(loaded)) };
  } catch {
    // Node.js has one code for everything that Windows says here, and Windows' words hold the path, the inspector's name in it.
    return { kind: 'failed', fault: { code: 'notLoaded' } };
  }
}

type Native = (...args: readonly unknown[]) => unknown;

const native = z.custom<Native>((value) => typeof value === 'function');

/** What is used of reg.cc (native-reg 1.1.1). */
const moduleSchema = z.object({
  /** (key, path, options, access): an open key, or null when there is none. */
  openKey: native,
  enumValueNames: native,
  enumKeyNames: native,
  /** (key, name): the bytes with their type beside them, or null. */
  queryValue: native,
  closeKey: native,
});

const names = z.array(z.string());
const storedValue = z.custom<Uint8Array & { readonly type: number }>(
  (value) => value instanceof Uint8Array && 'type' in value && typeof value.type === 'number',
);

/** The predefined keys of winreg.h. */
const handles: Readonly<Record<Hive, number>> = { HKEY_CURRENT_USER: 0x8000_0001, HKEY_LOCAL_MACHINE: 0x8000_0002 };

/** KEY_READ of winnt.h. */
const toRead = 0x2_0019;

function registryOf(module: z.infer<typeof moduleSchema>): NativeRegistry {
  return {
    open: (hive, path) => {
      const key = module.openKey(handles[hive], path, 0, toRead);
      return key === null ? null : openKey(module, key);
    },
  };
}

function openKey(module: z.infer<typeof moduleSchema>, key: unknown): OpenKey {
  return {
    valueNames: () => names.parse(module.enumValueNames(key)),
    keyNames: () => names.parse(module.enumKeyNames(key)),
    value: (name) => {
      const stored = storedValue.nullable().parse(module.queryValue(key, name));
      return stored === null ? null : { type: stored.type, bytes: stored };
    },
    close: () => {
      module.closeKey(key);
    },
  };
}
