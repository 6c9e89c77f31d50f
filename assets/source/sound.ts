// Makes the sounds under assets/sounds: node assets/source/sound.ts
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { question, ring, soundFile } from './soundFile.ts';

const folder = join(import.meta.dirname, '..', 'sounds');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'ring.wav'), soundFile(ring));
await writeFile(join(folder, 'question.wav'), soundFile(question));
