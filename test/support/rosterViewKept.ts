import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { rosterViewSchema, type RosterView } from '../../contract/rosterView.ts';

const keptSchema = z.object({ rosterView: rosterViewSchema });

/** Waits until an application has written down that the roster is arranged like this: it does so half a second after the last change. */
export async function rosterViewKept(dataFolder: string, like: (view: RosterView) => boolean): Promise<void> {
  const isKept = async (): Promise<boolean> => {
    const text = await readFile(join(dataFolder, 'earshot.json'), 'utf8').catch(() => null);
    if (text === null) return false;
    return like(keptSchema.parse(JSON.parse(text)).rosterView);
  };
  await expect.poll(isKept).toBe(true);
}
