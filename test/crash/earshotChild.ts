import { dieAtDisk } from './diskDeath.ts';
import { birthSchema } from './words.ts';

// Started by earshotProcess.ts. Ends when its parent does, or as it was told to.
const birth = birthSchema.parse(JSON.parse(process.argv[2] ?? ''));
if (birth.death !== null) dieAtDisk(birth.death);
process.once('disconnect', () => process.exit(0));
// Only now: some libraries keep what they find of node:fs when they are loaded.
const { runEarshot } = await import('./earshot.ts');
await runEarshot(birth);
