import type { Page } from '@playwright/test';
import { inProject } from '../../../scripts/project.ts';
import { facesAt, type Face } from './faces.ts';
import { serveFaces, type FaceServer } from './server.ts';

export function faceOf(name: string): Face {
  const face = facesAt(Date.now()).find((each) => each.name === name);
  if (face === undefined) throw new Error(`There is no face ${name}.`);
  return face;
}

/** The face on the page while `look` runs; the server can show another. */
export async function shown(page: Page, face: Face, look: (page: Page, server: FaceServer) => Promise<void>): Promise<void> {
  const server = await serveFaces(inProject('dist', 'renderer'));
  try {
    const { state, rows } = face;
    server.play({ state, snapshot: rows === null ? null : { kind: 'snapshot', revision: 1, rows: [...rows] }, answer: { ok: true } });
    await page.goto(server.address);
    await look(page, server);
  } finally {
    await server.close();
  }
}
