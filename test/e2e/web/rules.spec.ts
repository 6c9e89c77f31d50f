import type { Page } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { faceOf, shown } from '../../renderer/faces/shown.ts';
import { dark, expectAccessible, expectAccessibleIn, forced, light } from '../../support/accessibility.ts';
import { expect, test } from './fixtures.ts';

const openRules = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Rules' }).click();
};
const rulesOn = (page: Page) => page.getByRole('group', { name: 'Rules that are on' });

test('a rule is made by keyboard, comes on with its colour, leads to its agents, and is over with them', async ({
  openSignedIn,
  simulator,
}) => {
  const page = await openSignedIn();
  for (const { workNo, state } of simulator.agents()) if (state === 'rest') simulator.setAgent(workNo, { state: 'idle' });

  await test.step('none yet', async () => {
    await openRules(page);
    await expect(page.getByText('There are no rules yet.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what does not fit is said where it stands, and nothing is kept', async () => {
    await page.getByRole('button', { name: 'Add a rule' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.type('Too many at rest');
    await page.getByRole('combobox', { name: 'Watches' }).selectOption({ label: 'Number of agents in a state' });
    await page.getByRole('textbox', { name: 'Agents' }).fill('one');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This must be a whole number from 0 to 100,000.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Your rules' })).toHaveCount(0);
    await expectAccessibleIn([light, dark], page);
  });

  await test.step('saved, it is watched, and the focus is on its own button', async () => {
    await page.getByRole('textbox', { name: 'Agents' }).fill('1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Your rules' }).getByRole('listitem')).toContainText('Watched; nothing is on');
    await expect(page.getByRole('button', { name: 'Edit: Too many at rest' })).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('it comes on: listed, and its agents carry its colour', async () => {
    simulator.setAgent('20003', { state: 'rest' });
    simulator.setAgent('20004', { state: 'rest' });
    await expect(rulesOn(page)).toContainText('Too many at rest · 2 agents at rest · since ');
    await expect(page.getByRole('row', { name: /20003 rule: Too many at rest/ })).toHaveClass(/agents__row--amber/);
    await expectAccessibleIn([light, dark, forced], page);
  });

  await test.step('its button leads to the agents', async () => {
    await page.getByRole('button', { name: 'Show the agents: Too many at rest' }).click();
    await expect(page.getByRole('grid', { name: 'Agents' }).locator('[data-work-no]')).toHaveCount(2);
  });

  await test.step('over with them', async () => {
    simulator.setAgent('20004', { state: 'idle' });
    await expect(rulesOn(page)).not.toContainText('Too many at rest');
    await expect(page.locator('.agents__row--amber')).toHaveCount(0);
  });

  await test.step('edited, and by Escape left as it was; removed', async () => {
    await openRules(page);
    await page.getByRole('button', { name: 'Edit: Too many at rest' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Another name');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Edit: Too many at rest' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove: Too many at rest' }).click();
    await expect(page.getByText('There are no rules yet.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  });
});

test('a rule is tried by its notification, which says that it is a test', async ({ openSignedIn, host }) => {
  const page = await openSignedIn();
  await page.context().grantPermissions(['notifications'], { origin: host.origin });
  await page.evaluate(`
    globalThis.shown = [];
    globalThis.Notification = class extends EventTarget {
      static permission = 'granted';
      constructor(title, { body, requireInteraction }) {
        super();
        shown.push({ title, body, requireInteraction });
        setTimeout(() => this.onshow?.());
      }
      close() {}
    };
  `);
  await openRules(page);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('button', { name: /^Test/ }).click();
  await expect
    .poll(() => page.evaluate('shown'))
    .toEqual([
      { title: 'All agents: at rest for more than 15 minutes', body: 'This is only a test of the rule.', requireInteraction: false },
    ]);
  await page.getByRole('checkbox', { name: 'Show a notification' }).uncheck();
  await expect(page.getByRole('button', { name: /^Test/ })).toHaveAttribute('aria-disabled', 'true');
});

test.describe('where the administrator set the rules', () => {
  test.use({
    policy: {
      rules: [
        { watch: { kind: 'waiting', skill: 'No such skill', moreThan: 10 } },
        { watch: { kind: 'timeInState', state: 'rest', minutes: 15 } },
      ],
    },
  });

  test('they can be tried and not changed, and one that cannot be evaluated says so, in Chinese too', async ({ openSignedIn }) => {
    const page = await openSignedIn();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'General' }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
    await expect(page.getByText('1 条规则无法判断：No such skill：排队超过 10 人，原因：网关没有该技能，请检查名称。')).toBeVisible();
    await page.getByRole('button', { name: '规则', exact: true }).click();
    const rules = page.getByRole('list', { name: '我的规则' }).getByRole('listitem');
    await expect(rules.nth(0)).toContainText('无法判断：网关没有该技能，请检查名称');
    await expect(rules.nth(1)).toContainText('监视中，未触发');
    await expect(page.getByRole('button', { name: /^(编辑|删除|添加)/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '测试：No such skill：排队超过 10 人' })).toBeVisible();
    await expectAccessibleIn([light, dark], page);
  });
});

test('a removed rule hands the focus on when it is gone, though other news came while it was still there', async ({ pageInTurn }) => {
  await shown(pageInTurn, faceOf('rules-on'), async (page, server) => {
    await openRules(page);
    const { state } = faceOf('rules-on');
    const without: AppState = {
      ...state,
      settings: { ...state.settings, values: { ...state.settings.values, rules: state.settings.values.rules.slice(1) } },
      rules: state.rules.slice(1),
    };
    const rows = page.getByRole('list', { name: 'Your rules' }).getByRole('listitem');
    const before = await rows.count();
    await page
      .getByRole('button', { name: /^Remove: / })
      .first()
      .click();
    server.sendState({ ...state, rules: state.rules.map(() => ({ kind: 'disabled' })) });
    await expect(rows.first()).toContainText('Switched off');
    server.sendState(without);
    await expect(rows).toHaveCount(before - 1);
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  });
});
