import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StageHost } from './stage.ts';

/** An earlier build's page as it is served to Chromium, by that build's own stage: it knows how its page was spoken to. */
export interface EarlierPage {
  readonly host: StageHost;
  readonly folder: string;
}

/** `build`: its folder, with its sources and its `dist`. */
export async function earlierPage(build: string): Promise<EarlierPage> {
  const module: unknown = await import(pathToFileURL(path.resolve(build, 'test', 'bench', 'rosterPage', 'inChromium.ts')).href);
  if (!isStage(module)) throw new Error(`${build} has no stage for its page`);
  return { host: module.inChromium(), folder: path.resolve(build, 'dist', 'renderer') };
}

function isStage(module: unknown): module is { inChromium(): StageHost } {
  return typeof module === 'object' && module !== null && 'inChromium' in module && typeof module.inChromium === 'function';
}
