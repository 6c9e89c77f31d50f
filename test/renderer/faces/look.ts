/**
 * Takes a picture of every face of the window, light and dark, under the policy that the hosts send, and says what the
 * browser and the accessibility checker complained of. Build the renderer first.
 *
 *   node test/renderer/faces/look.ts [--only NAME] [--to FOLDER]
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { facesAt, type Face } from './faces.ts';
import { serveFaces, type FaceServer } from './server.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, to: { type: 'string' }, chromium: { type: 'string', default: '/usr/bin/chromium' } },
});
const folder = values.to ?? join(tmpdir(), 'earshot-faces');
const wide = { width: 1280, height: 800 };
const small = { width: 860, height: 560 };

async function act(page: Page, face: Face, server: FaceServer): Promise<void> {
  switch (face.act) {
    case undefined:
      return;
    case 'settings':
      await page.getByRole('button', { name: 'Settings' }).click();
      return;
    case 'settingsSecurity':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Security' }).click();
      return;
    case 'settingsAlerts':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Alerts' }).click();
      return;
    case 'settingsCompare':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Compare and replace' }).click();
      return;
    case 'settingsForget':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Forget' }).click();
      return;
    case 'certificateMore':
      await page.getByText('Key, serial number').click();
      return;
    case 'submitEmpty':
      await page.getByRole('button', { name: 'Sign in' }).click();
      return;
    case 'search':
      await page.getByRole('searchbox', { name: 'Search agents' }).fill('ＧＡＲ 2');
      return;
    case 'searchNothing':
      await page.getByRole('searchbox', { name: 'Search agents' }).fill('nobody of this name');
      return;
    case 'chip':
      await page.getByRole('button', { name: 'Talking' }).click();
      await page.getByRole('button', { name: 'Answering' }).click();
      return;
    case 'sortByTime':
      await page.getByRole('button', { name: 'Time in state', exact: true }).click();
      return;
    case 'keyboard':
      await page.getByRole('button', { name: 'Number', exact: true }).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      return;
    case 'listen':
      await page.getByRole('button', { name: 'Go idle' }).click();
      return;
    case 'scroll':
      await page.getByRole('grid').hover();
      await page.mouse.wheel(0, 15_000);
      return;
    case 'notes':
      await page.getByRole('button', { name: 'Notes' }).click();
      await page.getByRole('searchbox', { name: 'Search notes' }).waitFor();
      return;
    case 'oneNote':
      await page.getByRole('button', { name: /Notes|笔记/ }).click();
      await page.locator('.notes__row').nth(1).click();
      await page.locator('.notes__history > summary').click();
      return;
    case 'settingsNotes':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Notes' }).click();
      return;
    case 'details':
      await page.locator('[data-work-no="20005"]').click();
      return;
    case 'standing':
      await page.getByRole('button', { name: /^(Standing listen|持续关注)$/ }).click();
      await page.getByRole('searchbox', { name: /^(Add an agent|添加座席)$/ }).fill('200');
      return;
    case 'standingEmpty':
      await page.getByRole('button', { name: /^(Standing listen|持续关注)$/ }).click();
      await page.getByRole('button', { name: /^(Start|开始)$/ }).click();
      return;
    case 'standingChange':
      await page.getByRole('button', { name: /^(Change|更改)$/ }).click();
      return;
    case 'worklist':
      await page.getByRole('button', { name: /^(Worklist|监听清单)$/ }).click();
      await page.getByRole('heading', { name: /^(Worklist|监听清单)$/ }).waitFor();
      return;
    case 'statistics':
      await page.getByRole('button', { name: /^(Statistics|统计)$/ }).click();
      await page.getByRole('heading', { name: /^(Statistics|统计)$/ }).waitFor();
      return;
    case 'settingsWorklist':
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Worklist' }).click();
      return;
    case 'settingsRules':
      await page.getByRole('button', { name: /^(Settings|设置)$/ }).click();
      await page.getByRole('tab', { name: /^(Rules|规则)$/ }).click();
      return;
    case 'ruleEditor':
      await page.getByRole('button', { name: /^(Settings|设置)$/ }).click();
      await page.getByRole('tab', { name: /^(Rules|规则)$/ }).click();
      await page.getByRole('button', { name: /^(Edit: Long rest|编辑：Long rest)$/ }).click();
      return;
    case 'wallboard':
      await page.getByRole('button', { name: 'Wallboard' }).click();
      await page.locator('.wallboard__states').waitFor();
      return;
    case 'fold':
      await page.locator('.note-panel__head button').first().click();
      return;
    case 'lose':
      server.lose();
      await page.getByText('cannot be reached').first().waitFor();
      return;
  }
}

async function look(browser: Browser, server: FaceServer, face: Face, scheme: 'light' | 'dark', size: typeof wide): Promise<string[]> {
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, locale: 'en-GB', bypassCSP: false });
  const page = await context.newPage();
  page.on('console', (message) => {
    const expected = face.act === 'lose' && message.text().includes('WebSocket');
    if ((message.type() === 'error' || message.type() === 'warning') && !expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  server.play({
    state: face.state,
    snapshot: face.rows === null ? null : { kind: 'snapshot', revision: 1, rows: [...face.rows] },
    answer: face.answer ?? { ok: true },
  });
  await page.goto(server.address);
  await page.locator('main').first().waitFor();
  if (face.rows !== null && face.rows.length > 0) await page.locator('[data-work-no]').first().waitFor();
  await act(page, face, server);
  await page.waitForTimeout(150);
  const suffix = size === small ? '-small' : '';
  await page.screenshot({ path: join(folder, `${face.name}-${scheme}${suffix}.png`) });
  const axe = await new AxeBuilder({ page }).analyze();
  for (const violation of axe.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
    complaints.push(`${violation.impact ?? ''} ${violation.id}: ${where.join(' | ')}`);
  }
  await context.close();
  return complaints.map((complaint) => `${face.name} ${scheme}${suffix}: ${complaint}`);
}

await mkdir(folder, { recursive: true });
const server = await serveFaces(fileURLToPath(new URL('../../../dist/renderer', import.meta.url)));
const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] });
const complaints: string[] = [];
let count = 0;
for (const { name } of facesAt(0)) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  for (const scheme of ['light', 'dark'] as const) {
    for (const size of [wide, small]) {
      // Made again each time, so that its ages are those of this moment.
      const face = facesAt(Date.now()).find((each) => each.name === name);
      if (face === undefined || (size === small && face.small !== true)) continue;
      complaints.push(...(await look(browser, server, face, scheme, size)));
      count += 1;
    }
  }
}
await browser.close();
await server.close();
console.log(`${String(count)} pictures in ${folder}`);
console.log(complaints.length === 0 ? 'no complaints' : complaints.join('\n'));
