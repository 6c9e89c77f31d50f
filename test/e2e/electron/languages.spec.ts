import { alertPage } from '../../electron/alertPage.ts';
import { launch } from '../../electron/running.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { signIn } from '../../support/signInPage.ts';
import { expect, test } from './fixtures.ts';

test.use({ phone: { kind: 'neverAnswers' } });

const menu = async (desktop: Desktop, tooltip: string): Promise<string[]> =>
  (await desktop.trayItem((item) => item.tooltip === tooltip)).menu.filter(({ separator }) => !separator).map(({ words }) => words);

test('another language that is chosen while Earshot runs is spoken by page, tray and alert window at once', async ({
  desktop,
  earshot,
  simulator,
}) => {
  const { app, page } = earshot;
  simulator.setAgent('20001', { name: '王秀英', state: 'talking' });
  await signIn(page, simulator);
  expect(await menu(desktop, 'Earshot · Live as 291')).toEqual(['Live as 291', 'Show Earshot', 'Sign out', 'Quit Earshot']);

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
  await page.getByRole('combobox', { name: 'Small window above all others' }).selectOption('always');
  await page.getByRole('tab', { name: 'General' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await menu(desktop, 'Earshot · 已连接，工号 291')).toEqual(['已连接，工号 291', '打开 Earshot', '签出', '退出 Earshot']);

  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '监听 20001' }).click();
  expect(await menu(desktop, 'Earshot · 您的话机正在振铃：王秀英（20001）')).toContain('停止监听');
  const alert = await alertPage(app);
  await expect(alert.getByRole('alert')).toContainText('摘机即可监听 王秀英（20001）。');
  await expect(alert.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect.poll(() => desktop.toasts().at(-1)).toMatchObject({ title: '您的话机正在振铃', body: '摘机即可监听 王秀英（20001）。' });

  // While it rings: the same ring, in other words.
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('tab', { name: '通用' }).click();
  await page.getByRole('combobox', { name: '语言' }).selectOption('en');
  await desktop.trayItem((item) => item.tooltip === 'Earshot · Your phone is ringing: 王秀英 (20001)');
  await expect(alert.getByRole('alert')).toContainText('Pick up to listen to 王秀英 (20001).');
  await expect(alert.locator('html')).toHaveAttribute('lang', 'en');
  await alert.getByRole('button', { name: 'Stop listening' }).click();
  await desktop.trayItem((item) => item.tooltip === 'Earshot · Live as 291');
});

for (const [system, lang, tooltip] of [
  ['zh_CN.UTF-8', 'zh-CN', 'Earshot · 未签入'],
  ['zh_TW.UTF-8', 'zh-CN', 'Earshot · 未签入'],
  ['de_DE.UTF-8', 'en', 'Earshot · Signed out'],
] as const) {
  test(`on a system that speaks ${system} Earshot speaks ${lang}`, async ({ desktop }) => {
    const earshot = await launch({ desktop, entry: '.', env: { LANG: system, LANGUAGE: system, LC_ALL: 'C.UTF-8' } });
    await expect(earshot.page.locator('html')).toHaveAttribute('lang', lang);
    await desktop.trayItem((item) => item.tooltip === tooltip);
    await earshot.close();
  });
}
