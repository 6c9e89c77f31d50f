import type { Locator, Page } from '@playwright/test';
import type { Simulator } from '../../../simulator/index.ts';
import { settlesAfter } from '../../../contract/settling.ts';
import { holdTimers } from '../../support/heldTimers.ts';
import { expect, test } from './fixtures.ts';

const listenTo = (page: Page, workNo: string): Locator => page.getByRole('button', { name: `Listen to ${workNo}`, exact: true });
const stopIn = (page: Page, workNo: string): Locator => page.getByRole('button', { name: `Stop listening to ${workNo}` });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Your listen' });
const listening = /Listening to Li Wei \(20001\)/;

/** What went out to the gateway that begins or ends a listen, in order. */
const asked = (simulator: Simulator): string[] =>
  simulator.requests.flatMap(({ method, path }) => (path.includes('/qualitycontrol/') ? [method] : []));

interface Place {
  readonly x: number;
  readonly y: number;
}

/** An expression for the page: presses whatever stands there. By the page's own timer, as on a busy machine one of the test's would come too late. */
const press = ({ x, y }: Place): string =>
  `document.elementFromPoint(${String(x)}, ${String(y)}).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))`;

/** One press of the mouse after another where the first one fell, so many milliseconds later, as a hand does it: whatever stands there by then. */
async function pressTwice(page: Page, target: Locator, apart: number): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('not in sight');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(`void (globalThis.pressedAgain = new Promise((resolve) => {
    const again = () => setTimeout(() => resolve(${press(at)}), ${String(apart)});
    addEventListener('click', again, { capture: true, once: true });
  }))`);
  await page.mouse.click(at.x, at.y);
  await page.evaluate('globalThis.pressedAgain');
}

/** Presses a place so many milliseconds after the row offers to listen again. `globalThis.pressed` settles when it did. */
async function pressOnceChanged(page: Page, { later, ...at }: Place & { readonly later: number }): Promise<void> {
  await page.evaluate(`void (globalThis.pressed = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[aria-label="Listen to 20001"]') === null) return;
      observer.disconnect();
      setTimeout(() => resolve(${press(at)}), ${String(later)});
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }))`);
}

async function listen(page: Page): Promise<void> {
  await listenTo(page, '20001').click();
  await expect(bar(page)).toContainText(listening);
}

/** Composes with an input method in the field that has the focus, and throws it away by Escape. */
async function composeAndThrowAway(page: Page, text: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const composed = { text, selectionStart: text.length, selectionEnd: text.length };
  await devTools.send('Input.imeSetComposition', composed);
  await page.keyboard.press('Escape');
  await devTools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await devTools.detach();
}

test.describe('a moving hand', () => {
  for (const apart of [60, 150, 300, 450]) {
    test(`two presses on Listen, ${String(apart)} ms apart, begin one listen and end none`, async ({ openSignedIn, simulator }) => {
      const page = await openSignedIn();
      await pressTwice(page, listenTo(page, '20001'), apart);
      await expect(bar(page)).toContainText(listening);
      expect(asked(simulator)).toEqual(['PUT']);
    });
  }

  test('two presses on a row’s Stop end the listen and begin none', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listen(page);
    await expect(stopIn(page, '20001')).toBeEnabled();
    await pressTwice(page, stopIn(page, '20001'), 300);
    await expect(bar(page)).toContainText('You stopped listening');
    await expect(listenTo(page, '20001')).toBeEnabled();
    expect(asked(simulator)).toEqual(['PUT', 'DELETE']);
  });

  test('two presses on the bar’s Stop leave what came of the listen to be read', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listen(page);
    const stop = bar(page).getByRole('button', { name: 'Stop listening' });
    await expect(stop).toBeEnabled();
    await pressTwice(page, stop, 450);
    await expect(bar(page)).toContainText('You stopped listening');
    await expect(bar(page).getByRole('button', { name: 'Dismiss' })).toBeEnabled();
    await expect(bar(page)).toContainText('You stopped listening');
    expect(asked(simulator)).toEqual(['PUT', 'DELETE']);
  });

  for (const later of [0, 300, 1_200]) {
    test(`a press meant for Stop, ${String(later)} ms after the call ended by itself, begins no listen`, async ({
      openSignedIn,
      simulator,
    }) => {
      const page = await openSignedIn();
      await listen(page);
      const box = await stopIn(page, '20001').boundingBox();
      if (box === null) throw new Error('not in sight');
      await pressOnceChanged(page, { x: box.x + box.width / 2, y: box.y + box.height / 2, later });
      simulator.hangUp('291');
      await page.evaluate('globalThis.pressed');
      await expect(listenTo(page, '20001')).toBeEnabled();
      expect(asked(simulator)).toEqual(['PUT']);
    });
  }

  test('a press that comes 3 s after the call ended is meant for Listen, and listens', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listen(page);
    const box = await stopIn(page, '20001').boundingBox();
    if (box === null) throw new Error('not in sight');
    await pressOnceChanged(page, { x: box.x + box.width / 2, y: box.y + box.height / 2, later: 3_000 });
    simulator.hangUp('291');
    await page.evaluate('globalThis.pressed');
    await expect.poll(() => asked(simulator)).toEqual(['PUT', 'PUT']);
  });

  test('after that moment the same button listens again, and keeps the focus of who works by keys', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listenTo(page, '20001').focus();
    const letPass = await holdTimers(page, settlesAfter);
    await page.keyboard.press('Enter');
    await expect(stopIn(page, '20001')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await expect(bar(page)).toContainText(listening);
    await expect(stopIn(page, '20001')).toBeDisabled();
    expect(asked(simulator)).toEqual(['PUT']);
    await letPass();
    await expect(stopIn(page, '20001')).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(listenTo(page, '20001')).toBeFocused();
    await expect(listenTo(page, '20001')).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText(listening);
    expect(asked(simulator)).toEqual(['PUT', 'DELETE', 'PUT']);
  });

  test('Enter held down on Listen begins one listen and ends none', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listenTo(page, '20001').focus();
    await page.keyboard.down('Enter');
    await expect(stopIn(page, '20001')).toBeEnabled();
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(bar(page)).toContainText(listening);
    expect(asked(simulator)).toEqual(['PUT']);
  });

  test('L held down while the gateway refuses asks it once', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'retcode', retcode: '900-003' });
    await page.locator('[data-work-no="20001"]').focus();
    const letPass = await holdTimers(page, settlesAfter);
    await page.keyboard.down('l');
    await expect(bar(page)).toContainText('900-003');
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('l');
    await page.keyboard.up('l');
    await page.keyboard.press('l');
    await expect(bar(page)).toContainText('900-003');
    expect(asked(simulator)).toEqual(['PUT']);
    await letPass();
    await expect(listenTo(page, '20001')).toBeEnabled();
    expect(asked(simulator)).toEqual(['PUT']);
  });

  test('a press on the inspector’s own word as it comes by itself does nothing; a later one is meant', async ({
    openSignedIn,
    simulator,
  }) => {
    const page = await openSignedIn();
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'closeSocket', when: 'beforeHandling' });
    simulator.nextAnswer({ interface: 'getAgentStatus', times: 1_000 }, { kind: 'retcode', retcode: '000-004' });
    simulator.nextAnswer({ interface: 'queryAgentInfoByWorkNo', times: 1_000 }, { kind: 'retcode', retcode: '000-004' });
    await page.evaluate(`void (globalThis.pressed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const button = [...document.querySelectorAll('.listen button')].find(({ textContent }) => textContent === 'I hear nothing');
        if (button === undefined) return;
        observer.disconnect();
        button.click();
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    }))`);
    await listenTo(page, '20001').click();
    await page.evaluate('globalThis.pressed');
    const nothing = bar(page).getByRole('button', { name: 'I hear nothing' });
    await expect(nothing).toBeEnabled();
    expect(asked(simulator)).toEqual(['PUT']);
    await nothing.click();
    await expect.poll(() => asked(simulator)).toEqual(['PUT', 'DELETE']);
  });

  test('the second click of a double click presses nothing that came under it meanwhile', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Views' }).click();
    for (const name of ['One', 'Two', 'Three']) {
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Save view' }).click();
    }
    await page.getByRole('button', { name: 'Delete One' }).dblclick();
    await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(2);
    // Two clicks on the same thing are two presses of it.
    const favourite = page.locator('[data-work-no="20001"]').getByRole('button', { name: 'Favourite: 20001' });
    await page.keyboard.press('Escape');
    await favourite.dblclick();
    await expect(favourite).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('an input method', () => {
  test('Escape that throws away what is composed, twice, leaves the listen alone', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listen(page);
    await page.getByRole('searchbox').focus();
    for (const text of ['zh', 'zhang']) await composeAndThrowAway(page, text);
    // As it is now: the question goes away by itself.
    expect(await bar(page).textContent()).not.toContain('Press Escape again');
    await expect(bar(page)).toContainText(listening);
    expect(asked(simulator)).toEqual(['PUT']);
    // Its own Escape is heard still.
    await page.keyboard.press('Escape');
    await expect(bar(page)).toContainText('Press Escape again');
  });

  test('what is being composed in the search is not searched; what is taken is', async ({ openSignedIn, simulator }) => {
    simulator.setAgent('20002', { name: '张伟', state: 'talking' });
    const page = await openSignedIn();
    const rows = page.getByRole('grid', { name: 'Agents' });
    await expect(rows).toContainText('张伟');
    const all = await rows.getAttribute('aria-rowcount');
    await page.getByRole('searchbox').focus();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Input.imeSetComposition', { text: 'zhang’wei', selectionStart: 9, selectionEnd: 9 });
    await expect(page.getByRole('searchbox')).toHaveValue('zhang’wei');
    await expect(rows).toHaveAttribute('aria-rowcount', all ?? '');
    await devTools.send('Input.insertText', { text: '张伟' });
    await devTools.detach();
    await expect(page.getByRole('searchbox')).toHaveValue('张伟');
    await expect(rows).toHaveAttribute('aria-rowcount', '2');
  });

  test('Escape that throws away what is composed in a setting keeps the page and the text', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Connection' }).click();
    const proxy = page.getByRole('textbox', { name: 'Proxy', exact: true });
    await proxy.fill('http://proxy.example:80');
    await composeAndThrowAway(page, 'zh');
    await expect(proxy).toHaveValue('http://proxy.example:80');
    await page.keyboard.press('Escape');
    await expect(proxy).toHaveCount(0);
  });

  test('Escape that throws away what is composed in a view’s name keeps the panel', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Views' }).click();
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('My ');
    await composeAndThrowAway(page, 'tuan');
    await expect(name).toHaveValue('My ');
    await page.keyboard.press('Escape');
    await expect(name).toHaveCount(0);
  });
});

test.describe('one Escape does one thing', () => {
  test('the Escape that closes the settings is not the first of the two that stop a listen', async ({ openSignedIn, simulator }) => {
    const page = await openSignedIn();
    await listen(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: 'Agents' })).toBeVisible();
    expect(await bar(page).textContent()).not.toContain('Press Escape again');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toContainText('Press Escape again');
    expect(asked(simulator)).toEqual(['PUT']);
  });

  test('half of stopping one listen is not half of stopping the next', async ({ openSignedIn, simulator }) => {
    simulator.setAgent('20002', { state: 'talking' });
    const page = await openSignedIn();
    await listen(page);
    await page.keyboard.press('Escape');
    await expect(bar(page)).toContainText('Press Escape again');
    simulator.hangUp('291');
    await expect(bar(page)).toContainText('Not listening');
    await page.locator('[data-work-no="20002"]').focus();
    await page.keyboard.press('l');
    await expect(bar(page)).toContainText('(20002)');
    expect(await bar(page).textContent()).not.toContain('Press Escape again');
  });
});

test.describe('the window’s keys', () => {
  test('Alt and digits in a field, and Alt with the numeric pad anywhere, are no key of a saved view', async ({
    openSignedIn,
    simulator,
  }) => {
    simulator.setAgent('20002', { state: 'talking' });
    const page = await openSignedIn();
    const search = page.getByRole('searchbox');
    await search.fill('li wei');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Li Wei');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.keyboard.press('Escape');
    // The panel gives the focus back to its button, which has the view's name now.
    await expect(page.getByRole('button', { name: 'Li Wei', exact: true })).toBeFocused();
    await search.fill('20002');
    for (const key of ['Alt+Numpad1', 'Alt+Digit1']) await page.keyboard.press(key);
    await expect(search).toHaveValue('20002');
    await page.locator('[data-work-no="20002"]').focus();
    await page.keyboard.press('Alt+Numpad1');
    await expect(search).toHaveValue('20002');
    await page.keyboard.press('Alt+Digit1');
    await expect(search).toHaveValue('li wei');
  });

  test('they are found under a Chinese input method and on a Cyrillic layout', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    const devTools = await page.context().newCDPSession(page);
    const press = async (key: string, code: string, modifiers = 0): Promise<void> => {
      await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, modifiers });
      await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers });
    };
    await page.locator('[data-work-no="20001"]').focus();
    await press('？', 'Slash', 8);
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await page.keyboard.press('Escape');
    await press('、', 'Slash');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.locator('[data-work-no="20001"]').focus();
    await press('д', 'KeyL');
    await expect(bar(page)).toContainText('(20001)');
    await devTools.detach();
  });
});
