import { test } from './fixtures.ts';
import { execFileSync } from 'node:child_process';
test('dbg', async ({ harness, desktop }) => {
  const sh = (c: string) => execFileSync('sh', ['-c', c + ' 2>&1; true'], { env: desktop.env }).toString();
  console.log(sh('wmctrl -l; xprop -name Earshot _NET_WM_STATE'));
  const cdp = await harness.page.context().newCDPSession(harness.page);
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  await harness.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.minimize(); });
  await new Promise(r => setTimeout(r, 700));
  console.log(sh('wmctrl -l; xprop -name Earshot _NET_WM_STATE'), await harness.page.evaluate("document.visibilityState"), await harness.app.evaluate(({BrowserWindow}) => { const w = BrowserWindow.getAllWindows()[0]; return [w?.isMinimized(), w?.isVisible(), w?.getTitle(), process.argv.join(" ")]; }));
});
