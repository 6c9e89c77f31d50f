import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { inProject } from '../project.ts';

/** Windows' Node.js on this Linux machine. */
export interface WineNode {
  /** Started as `node` is. */
  readonly program: string;
  /** What it must be started with. */
  readonly env: Readonly<Record<string, string>>;
}

const manifestSchema = z.object({ devDependencies: z.object({ node: z.string(), rolldown: z.string() }) });

/** Where what tests need of other systems is kept between runs. */
export function keptFolder(env: Readonly<Record<string, string | undefined>>): string {
  return path.join(env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'earshot-test');
}

/** Wine, a prefix and Windows' Node.js, fetched where they are missing. Throws with what could not be had, which is said on stderr. */
export function setUpWine(kept: string): WineNode {
  const { node, rolldown } = manifestSchema.parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8'))).devDependencies;
  const at = {
    prefix: path.join(kept, 'wine-prefix'),
    node: path.join(kept, `node-${node}-win-x64`),
    bundler: path.join(kept, `rolldown-${rolldown}-wasm`),
  };
  runScript('debian.sh');
  runScript('prefix.sh', at.prefix);
  runScript('nodeExe.sh', at.node, node);
  runScript('bundler.sh', at.bundler, rolldown);
  return {
    program: inProject('scripts', 'windows', 'wine-node'),
    env: {
      WINEPREFIX: at.prefix,
      EARSHOT_WINE_NODE: path.join(at.node, 'node.exe'),
      EARSHOT_WINE: '1',
      NODE_PATH: windowsPath(path.join(at.bundler, 'node_modules')),
      NAPI_RS_FORCE_WASI: 'true',
    },
  };
}

/**
 * Keeps that Windows up until the answered function is called. Otherwise it shuts down with its last program, and the next one's start is
 * also that of Windows' own services, which takes five times as long.
 */
export function keepWindowsUp({ program, env }: WineNode): () => void {
  const child = spawn(program, ['-e', 'setInterval(() => {}, 1 << 30)'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  return () => void child.kill();
}

/** `Z:\tmp\x` for `/tmp/x`: how Windows programs under Wine see this machine's files. */
export function windowsPath(file: string): string {
  return `Z:${file.replaceAll('/', '\\')}`;
}

function runScript(name: string, ...args: readonly string[]): void {
  execFileSync('bash', [inProject('scripts', 'windows', name), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
}
