import path from 'node:path';
import { budgets, type Part } from '../../../scripts/packaging/budgets.ts';
import { builtSizes, unpackedSize, type Size } from '../../../scripts/packaging/sizes.ts';
import { inProject } from '../../../scripts/project.ts';
import { asked } from '../asked.ts';
import type { Figure } from '../figure.ts';
import { packNow } from '../packed/stage.ts';

const kib = 1024;

/** What each part of the application weighs, beside its budget; all of it weighed once. */
export function sizeFigures(): readonly Figure[] {
  let weighed: Promise<readonly Size[]> | undefined;
  return (Object.keys(budgets) as Part[]).map((part) => ({
    name: budgets[part].name,
    unit: 'KiB',
    goal: `≤ ${Math.round(budgets[part].bytes / kib).toLocaleString('en')}`,
    measure: async () => {
      weighed ??= weigh();
      const size = (await weighed).find((each) => each.part === part);
      if (size === undefined) return [];
      const { what } = budgets[part];
      const own = { at: what, value: size.bytes / kib, met: size.verdict === 'within' };
      const { beside } = asked(process.env);
      const earlier = beside === null ? undefined : builtSizes(path.join(beside, 'dist')).find((each) => each.part === part);
      if (earlier === undefined) return [own];
      return [
        own,
        { at: `${what}, earlier build`, value: earlier.bytes / kib },
        { at: `${what}, share of the earlier build’s`, value: size.bytes / earlier.bytes },
      ];
    },
  }));
}

async function weigh(): Promise<readonly Size[]> {
  const { folder } = await packNow();
  return [...builtSizes(inProject('dist')), unpackedSize(folder)];
}
