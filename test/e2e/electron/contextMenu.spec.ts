import { expect, test } from './fixtures.ts';

test('a right click on a field offers what can be done there, and "Paste" pastes', async ({ desktop, earshot: { app, page } }) => {
  await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('gateway.example:8043');
  });
  const address = page.getByRole('textbox', { name: 'Address' });
  const box = await address.boundingBox();
  const bounds = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.isVisible())
      ?.getContentBounds(),
  );
  if (box === null || bounds === undefined) throw new Error('The field is not on the screen.');
  const middle = [Math.round(bounds.x + box.x + box.width / 2), Math.round(bounds.y + box.y + box.height / 2)] as const;
  await expect(async () => {
    // The key comes to the page where the menu is not open yet.
    await desktop.press('Escape');
    await address.fill('');
    await desktop.rightClick(middle);
    await desktop.press('p');
    await expect(address).toHaveValue('gateway.example:8043', { timeout: 1_000 });
  }).toPass();
});
