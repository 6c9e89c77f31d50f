import path from 'node:path';
import type { Unpacked } from '../../../scripts/packaging/unpacked.ts';
import { inProject } from '../../../scripts/project.ts';
import { packUnpacked } from '../../support/packed.ts';

/** Which of two builds is measured. */
export type Build = 'this build' | 'earlier build';

/** What is measured in alternation: the packed Earshot and, where a folder of an earlier build is named, that one packed as well. */
export async function buildsOf(packed: Unpacked, beside: string | null): Promise<ReadonlyMap<Build, Unpacked>> {
  const builds = new Map<Build, Unpacked>();
  if (beside !== null) builds.set('earlier build', await packUnpacked(inProject('dist', 'test-package-beside'), path.resolve(beside)));
  return builds.set('this build', packed);
}
