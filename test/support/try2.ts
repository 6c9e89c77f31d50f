import { startDesktop } from './desktop/desktop.ts';
import { spawn } from 'node:child_process';
const d = await startDesktop();
const c = spawn(process.env.ELECTRON_OVERRIDE_DIST_PATH + '/electron', ['--no-sandbox', ...process.argv.slice(2)], { env: { ...d.env, EARSHOT_DATA_DIR: '/tmp/ed' }, stdio: 'inherit' });
await new Promise(r => c.on('exit', r)); await d.stop();
