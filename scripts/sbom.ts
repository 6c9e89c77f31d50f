import { writeFileSync } from 'node:fs';
import { readCommandLine } from './commandLine.ts';
import { sbom } from './packaging/sbom.ts';

const usage = `Writes what Earshot ships, libraries and Electron, as a CycloneDX bill of materials.

  npm run sbom -- [OPTION…]

  --output FILE   where to (default: the terminal)
  --help          this text
`;
const commandLine = readCommandLine(usage, { output: { type: 'string' } });
if (commandLine.kind === 'ends') process.exit(commandLine.status);
const { output } = commandLine.options;
const text = `${JSON.stringify(await sbom(), null, 2)}\n`;
if (output === undefined) process.stdout.write(text);
else writeFileSync(output, text);
