import { expect, test } from './fixtures.ts';

test('a browser is answered in its own language, until another one is chosen', async ({ chromiumBrowser, host }) => {
  const context = await chromiumBrowser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(host.link);
  await expect(page.getByRole('button', { name: '签入' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('tab', { name: '通用' }).click();
  await page.getByRole('combobox', { name: '语言' }).selectOption('en');
  await expect(page.getByRole('heading', { name: 'General' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});
