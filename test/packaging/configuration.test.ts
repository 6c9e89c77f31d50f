import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { filesOfBuild } from '../../main/electron/files.ts';
import { toastActivator } from '../../main/electron/toastActivator.ts';
import { fuseLine, statedFuses, unstatedName, wrongFuses } from '../../scripts/packaging/fuses.ts';
import { sbom } from '../../scripts/packaging/sbom.ts';
import { signing } from '../../scripts/packaging/signing.ts';
import { inProject } from '../../scripts/project.ts';

const text = (...parts: readonly string[]): string => readFileSync(inProject(...parts), 'utf8');

const targets = z.array(z.object({ target: z.string(), arch: z.array(z.string()) }));
const configuration = z
  .looseObject({
    files: z.array(z.string()),
    electronLanguages: z.array(z.string()),
    win: z.looseObject({
      target: targets,
      signExts: z.array(z.string()),
      extraResources: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
    nsis: z.looseObject({ perMachine: z.boolean(), oneClick: z.boolean() }),
    msi: z.looseObject({ perMachine: z.boolean() }),
    mac: z.looseObject({ target: targets, hardenedRuntime: z.boolean(), entitlements: z.string(), entitlementsInherit: z.string() }),
    linux: z.looseObject({ target: targets }),
  })
  .parse(parse(text('electron-builder.yml')));

/** The processor that a program of Windows is for (PE, "COFF File Header", Machine). */
function processorOf(program: Buffer): string | undefined {
  const header = program.readUInt32LE(0x3c);
  const machines: Readonly<Record<number, string>> = { 0x8664: 'x64', 0xaa64: 'arm64', 0x14c: 'ia32' };
  return machines[program.readUInt16LE(header + 4)];
}

describe('the packages', () => {
  const named = (list: z.infer<typeof targets>): string[] => list.map(({ target, arch }) => `${target} ${arch.join(' ')}`);

  it('are for every desktop, on macOS for both processors at once', () => {
    expect(named(configuration.win.target)).toEqual(['nsis x64 arm64', 'msi x64', 'zip x64']);
    expect(named(configuration.mac.target)).toEqual(['dmg universal', 'zip universal']);
    expect(named(configuration.linux.target)).toEqual(['AppImage x64', 'deb x64']);
  });

  it('install for the user by NSIS, and for the machine by MSI', () => {
    expect(configuration.nsis).toMatchObject({ perMachine: false, oneClick: true });
    expect(configuration.msi.perMachine).toBe(true);
  });

  it('leave nothing of what Electron writes for toasts, when the user’s is uninstalled', () => {
    const script = text('assets', 'installer', 'earshot.nsh');
    expect(script).toContain(`!define TOASTS_KEY "Software\\Classes\\CLSID\\${toastActivator}"`);
    expect(script).toContain('DeleteRegKey HKCU "${TOASTS_KEY}"');
  });

  it('for Windows have the native code that reads the registry, for their processor, signed, where the product looks for it', () => {
    const { extraResources, target, signExts } = configuration.win;
    const native = extraResources.find(({ to }) => to === 'registry')?.from ?? '';
    const looked = filesOfBuild('app.asar', 'resources').registryModule;
    const folderFor = (arch: string): string => native.replace('${arch}', arch);
    for (const arch of new Set(target.flatMap((each) => each.arch))) {
      // electron-builder signs what it copies out of a folder, and no file that is named alone.
      expect(statSync(inProject(folderFor(arch))).isDirectory()).toBe(true);
      const file = path.join(folderFor(arch), path.relative(path.join('resources', 'registry'), looked));
      expect(processorOf(readFileSync(inProject(file)))).toBe(arch);
    }
    expect(signExts).toContain(path.extname(looked));
  });

  it('for Windows name the licence of that native code, in the version that is shipped', () => {
    const { from = '' } = configuration.win.extraResources.find(({ to }) => to.startsWith('licenses/')) ?? {};
    const { dependencies } = z.object({ dependencies: z.object({ 'native-reg': z.string() }) }).parse(JSON.parse(text('package.json')));
    expect(text(from)).toContain(`\n## native-reg - ${dependencies['native-reg']} (MIT)\n`);
  });

  it('have the hardened runtime on macOS, with compiling to machine code as its only exception', () => {
    expect(configuration.mac.hardenedRuntime).toBe(true);
    expect(configuration.mac.entitlements).toBe(configuration.mac.entitlementsInherit);
    const keys = [...text(configuration.mac.entitlements).matchAll(/<key>(.*?)<\/key>/gu)].map(([, key]) => key);
    expect(keys).toEqual(['com.apple.security.cs.allow-jit']);
  });
});

describe('the fuses', () => {
  it('are each stated: nothing but Earshot’s own archive runs, and no debugger, variable or file page gets in', () => {
    expect(statedFuses()).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('that can only be read are named where they are known', () => {
    expect([8, 9].map(unstatedName)).toEqual(['wasmTrapHandlers', 'fuse 9']);
  });

  it('that are otherwise than stated are found, and one that is newer than the tool is named', () => {
    const fuses = [
      { name: 'runAsNode', found: 'on', stated: 'off' },
      { name: 'onlyLoadAppFromAsar', found: 'on', stated: 'on' },
      { name: 'fuse 8', found: 'on', stated: null },
    ] as const;
    expect(wrongFuses(fuses).map(({ name }) => name)).toEqual(['runAsNode']);
    expect(fuses.map(fuseLine).map((line) => line.replace(/ +/gu, ' '))).toEqual([
      'runAsNode on stated off',
      'onlyLoadAppFromAsar on',
      'fuse 8 on as Electron ships it',
    ]);
  });
});

describe('signing', () => {
  it('is said to be absent where the environment holds no certificate, and then macOS is packed to run where it was packed', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) expect(signing(platform, {}).lines[0]).toMatch(/^Unsigned: /u);
    expect(signing('darwin', {}).args).toContain('-c.mac.identity=-');
  });

  it('takes what the environment names, and says whether Apple’s notary is asked', () => {
    const signed = { CSC_LINK: 'file', CSC_KEY_PASSWORD: 'secret' };
    expect(signing('win32', signed)).toEqual({ lines: [expect.stringMatching(/^Signed/u)], args: [] });
    expect(signing('darwin', signed).lines).toEqual([expect.stringMatching(/^Signed/u), expect.stringMatching(/^Not notarised/u)]);
    const notary = { APPLE_API_KEY: 'file', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };
    expect(signing('darwin', { ...signed, ...notary }).lines).toContain('Notarised by Apple.');
    expect(JSON.stringify(signing('darwin', { ...signed, ...notary }))).not.toContain('secret');
  });

  it('takes an empty variable, as a workflow without secrets sets it, for none', () => {
    expect(signing('darwin', { CSC_LINK: '', APPLE_API_KEY: '' }).lines[0]).toMatch(/^Unsigned/u);
  });
});

it.each(['test', 'production'])(
  'the bill of materials names every library that is shipped, and Electron, and no tool, where NODE_ENV is %s',
  async (environment) => {
    vi.stubEnv('NODE_ENV', environment);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(text('package.json')));
    const { metadata, components } = await sbom();
    const named = new Map(components.map(({ name, version }) => [`${name}@${version}`, name]));
    expect(metadata.component.name).toBe('earshot');
    for (const [name, version] of Object.entries(dependencies)) expect(named.get(`${name}@${version}`)).toBe(name);
    expect([...named.values()]).toContain('electron');
    for (const tool of ['oxlint', 'vitest', 'typescript', 'vite']) expect([...named.values()]).not.toContain(tool);
  },
);
