import { runSimulator } from '../simulator/cli.ts';

process.exit(await runSimulator(process.argv.slice(2)));
