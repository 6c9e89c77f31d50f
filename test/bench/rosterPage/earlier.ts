import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { facesAt } from '../../renderer/faces/faces.ts';
import { inChromium } from './inChromium.ts';
import type { StageHost } from './stage.ts';

/** An earlier build's page in Chromium, with a state as that build's page expects it. */
export interface EarlierPage {
  readonly host: StageHost;
  readonly folder: string;
}

type Faces = typeof facesAt;

const facesSchema = z.object({ facesAt: z.custom<Faces>((value) => typeof value === 'function') });

/** `build`: the folder of a build before rows travelled packed (4d33452), with its sources and its `dist`. */
export async function earlierPage(build: string): Promise<EarlierPage> {
  const module: unknown = await import(pathToFileURL(path.resolve(build, 'test', 'renderer', 'faces', 'faces.ts')).href);
  return {
    host: inChromium({ faces: facesSchema.parse(module).facesAt, way: 'plain' }),
    folder: path.resolve(build, 'dist', 'renderer'),
  };
}
