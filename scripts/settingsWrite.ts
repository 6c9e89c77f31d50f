import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { settingsFiles } from './policy/files.ts';
import { inProject } from './project.ts';

// Run after each change of a setting; a test fails until it was.
for (const [file, text] of Object.entries(settingsFiles())) {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), text);
  console.log(file);
}
