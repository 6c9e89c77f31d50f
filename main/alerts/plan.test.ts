import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badgePlanSchema, soundPlanSchema, surfaceNames, toastPlanSchema } from '../../contract/alerts.ts';
import { noProgress, type AlertProgress, type AlertSettings } from './escalation.ts';
import { alertPlan } from './plan.ts';
import { activeAlertOf, type AlertState } from './activeAlert.ts';
import type { AlertPlan } from './surfaces.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';
import {
  agent,
  asReleased,
  calm,
  everyState,
  languages,
  offline,
  reconnecting,
  rested,
  ringing,
  ringsForNobody,
  settingsTable,
  standing,
} from '../../test/support/alertStates.ts';
import { standingWaits } from '../../contract/standing.ts';
import { anyCharacter } from '../../test/support/anyCharacter.ts';

const plan = (state: Partial<AlertState>, settings: Partial<AlertSettings> = {}, progress: Partial<AlertProgress> = {}): AlertPlan =>
  alertPlan({ ...calm, ...state }, { ...asReleased, ...settings }, { ...noProgress, ...progress }, en);
const unknown = {
  kind: 'outcomeUnknown',
  agent,
  since: 1,
  problem: { code: 'listen-cannot-tell', meaning: 'listen-cannot-tell' },
} as const;
const ring = { phone: ringing, listen: { kind: 'ringing', agent, since: 5, problem: null } } as const;
const actions = (shown: AlertPlan): string[] => shown.tray.menu.flatMap((line) => (line.kind === 'action' ? [line.action] : []));

describe('a ring', () => {
  test('shows at once in tray, badge, taskbar, page, toast and sound; the small window waits', () => {
    expect(plan(ring)).toMatchObject({
      tray: { picture: 'ringing', tooltip: 'Earshot · Your phone is ringing: Li Wei (20011)' },
      badge: { mark: 'ringing', count: 0, words: 'Your phone is ringing' },
      attention: true,
      page: true,
      toast: { title: 'Your phone is ringing', body: 'Pick up to listen to Li Wei (20011).', silent: true },
      sound: { sound: 'ring', loop: true, volume: 0.7, device: '' },
      window: null,
      raise: false,
    });
  });

  test('without a request says just that, names nobody, and cannot be stopped from here', () => {
    const { toast } = plan({ phone: ringsForNobody });
    expect(toast).toMatchObject({ title: 'Your phone is ringing', body: 'No listen is pending in Earshot.' });
    expect(toast?.buttons.map(({ action }) => action)).toEqual(['show']);
  });

  test('that Earshot asked for by itself says so', () => {
    const shown = plan({ ...ring, follow: { kind: 'calling', agent, since: 1, phase: 'talking' } });
    expect(shown.toast?.body).toBe('You follow Li Wei (20011), whose call has begun. Pick up to listen.');
  });

  test('can be answered from here with phone linkage only', () => {
    const buttons = (settings: Partial<AlertSettings>): string[] =>
      plan(ring, { alertWindow: 'always', ...settings }).window?.buttons.map(({ action }) => action) ?? [];
    expect(buttons({})).toEqual(['stopListening', 'show']);
    expect(buttons({ phoneLinkage: true })).toEqual(['answerPhone', 'stopListening', 'show']);
  });

  test('comes before a followed agent’s call, that before a rule, and that before a test', () => {
    const follow = { kind: 'asking', agent, since: 1, phase: 'talking' } as const;
    const testing = { surface: 'toast', since: 2 } as const;
    expect(activeAlertOf({ ...calm, phone: ringing, follow, ruleNotification: rested, testing })?.kind).toBe('ring');
    expect(activeAlertOf({ ...calm, follow, ruleNotification: rested, testing })?.kind).toBe('question');
    expect(activeAlertOf({ ...calm, ruleNotification: rested, testing })?.kind).toBe('rules');
    expect(activeAlertOf({ ...calm, testing })?.kind).toBe('test');
  });
});

describe('a rule that came on', () => {
  const [news] = rested.news;
  if (news === undefined) throw new Error('no news');

  test('is told by a toast that may leave by itself and a sound that is played once, and by nothing else', () => {
    const shown = plan({ ruleNotification: rested });
    expect(shown.toast).toMatchObject({ title: 'Sales: at rest for more than 15 minutes', body: 'Li Wei (20011)', lasting: false });
    expect(shown.sound).toMatchObject({ sound: 'question', loop: false });
    expect(shown).toMatchObject({ badge: null, attention: false, page: false, window: null, raise: false });
    expect(shown.tray).toEqual(plan({}).tray);
  });

  test('does what it is set to, and sounds only where sounds are wanted', () => {
    expect(plan({ ruleNotification: { ...rested, sound: false } })).toMatchObject({ toast: { silent: true }, sound: null });
    expect(plan({ ruleNotification: { ...rested, toast: false } })).toMatchObject({ toast: null, sound: { sound: 'question' } });
    expect(plan({ ruleNotification: rested }, { alertSound: false }).sound).toBeNull();
    expect(plan({ ruleNotification: rested }, { silentMode: true }).sound).toBeNull();
    // A toast makes up for the sound of a device that does not play, but only where there was to be one.
    expect(plan({ ruleNotification: rested }, {}, { soundless: true }).toast?.silent).toBe(false);
    expect(plan({ ruleNotification: { ...rested, sound: false } }, {}, { soundless: true }).toast?.silent).toBe(true);
  });

  test('is called by its name, several by how many there are', () => {
    const named = { ...news, rule: { ...news.rule, name: 'Long rest' } };
    expect(plan({ ruleNotification: { ...rested, news: [named] } }).toast).toMatchObject({ title: 'Long rest', body: 'Li Wei (20011)' });
    expect(plan({ ruleNotification: { ...rested, news: [named, news] } }).toast).toMatchObject({
      title: '2 rules are on',
      body: 'Long rest; Sales: at rest for more than 15 minutes',
    });
  });

  test('says when it is a test', () => {
    expect(plan({ ruleNotification: { ...rested, isTest: true } }).toast).toMatchObject({
      title: 'Sales: at rest for more than 15 minutes',
      body: 'This is only a test of the rule.',
    });
  });
});

describe('a followed agent’s call', () => {
  test('asks, with a sound that is played once', () => {
    expect(plan({ follow: { kind: 'asking', agent, since: 3, phase: 'talking' } })).toMatchObject({
      tray: { tooltip: 'Earshot · Li Wei (20011) is talking now' },
      toast: {
        title: 'Li Wei (20011) is talking now',
        body: 'Listen?',
        buttons: [{ action: 'listenFollowed' }, { action: 'skipFollowed' }, { action: 'show' }],
      },
      sound: { sound: 'question', loop: false },
    });
  });

  test('is not called talking when the gateway says no more than that there is a call', () => {
    const { toast } = plan({ follow: { kind: 'asking', agent, since: 3, phase: 'occupied' } });
    expect(toast?.title).toBe('Li Wei (20011) is on a call now');
  });
});

describe('a listen of which nobody can tell whether it is heard', () => {
  const said = (state: Partial<AlertState>, settings: Partial<AlertSettings> = {}) => {
    const { window } = plan({ listen: unknown, ...state }, { alertWindow: 'always', ...settings });
    return { title: window?.title, body: window?.body, buttons: window?.buttons.map(({ action }) => action) };
  };

  test('has the alert window ask the inspector, and take their own word', () => {
    const ownWord = {
      title: 'Do you hear the call?',
      body: 'Checking the listen: Li Wei (20011)',
      buttons: ['hearIt', 'hearNothing', 'stopListening'],
    };
    expect(said({ phone: ringing })).toEqual(ownWord);
    expect(said({ follow: { kind: 'calling', agent, since: 1, phase: 'talking' } })).toEqual(ownWord);
  });

  test('can still be picked up from here with phone linkage', () => {
    expect(said({ phone: ringing }, { phoneLinkage: true }).buttons).toEqual(['hearIt', 'hearNothing', 'answerPhone']);
  });

  test('has no word in the alert of another', () => {
    expect(said({ phone: ringsForNobody }).buttons).toEqual(['show']);
    const other = { workNo: '20012', name: 'Wang Fang' };
    expect(said({ follow: { kind: 'asking', agent: other, since: 1, phase: 'talking' } }).buttons).not.toContain('hearIt');
  });

  test('leaves the toast as it is: a new one would tell of nothing new', () => {
    expect(plan({ listen: unknown, phone: ringing }).toast).toEqual(plan(ring).toast);
  });
});

describe('escalation', () => {
  const notShown = [{ kind: 'notShown', why: 'unconfirmed' }] as const;
  test.each<[string, Partial<AlertSettings>, Partial<AlertProgress>, boolean, boolean]>([
    ['calm: no window', {}, {}, false, false],
    ['a toast that did not show: the window', {}, { attempts: { toast: notShown } }, true, false],
    ['a toast that is late: the window', {}, { attempts: { toast: [{ kind: 'late' }] } }, true, false],
    ['a toast that there is not: the window', {}, { attempts: { toast: [{ kind: 'notSupported' }] } }, true, false],
    ['a toast that showed: no window', {}, { attempts: { toast: [{ kind: 'shown' }] } }, false, false],
    ['do not disturb: the window', {}, { quiet: 'yes' }, true, false],
    ['do not disturb inferred: the window', {}, { quiet: 'inferred' }, true, false],
    ['nobody reacts: the window', {}, { escalating: true }, true, false],
    ['neither toast nor window: the main window', {}, { attempts: { toast: notShown, window: notShown } }, true, true],
    ['no sound on the only device: the window', {}, { attempts: { sound: notShown } }, true, false],
    ['the only device is late with the sound: the window', {}, { attempts: { sound: [{ kind: 'late' }] } }, true, false],
    [
      'the chosen device is late with the sound, its turn is the own one’s: no window yet',
      { alertDevice: 'Headset' },
      { attempts: { sound: [{ kind: 'late' }] } },
      false,
      false,
    ],
    ['sound is off anyway: no window', { alertSound: false }, { attempts: { sound: notShown } }, false, false],
    ['no window wanted ever: the main window instead', { alertWindow: 'never' }, { attempts: { toast: notShown } }, false, true],
    ['window with every ring', { alertWindow: 'always' }, {}, true, false],
    ['silent mode: the window instead of the sound', { silentMode: true }, {}, true, false],
    ['silent mode, no window ever: neither', { silentMode: true, alertWindow: 'never' }, {}, false, false],
    ['no tray and no taskbar button is no alarm', {}, { attempts: { tray: notShown, attention: notShown } }, false, false],
  ])('%s', (_name, settings, progress, window, raise) => {
    const shown = plan(ring, settings, progress);
    expect([shown.window !== null, shown.raise]).toEqual([window, raise]);
  });

  test('a device that does not play is followed by the system’s own, and that by none', () => {
    const device = (attempts: AlertProgress['attempts']): string | undefined =>
      plan(ring, { alertDevice: 'Headset' }, { attempts }).sound?.device;
    expect(device({})).toBe('Headset');
    expect(device({ sound: notShown })).toBe('');
    expect(device({ sound: [...notShown, ...notShown] })).toBeUndefined();
  });

  test('a device that is late is followed by the system’s own, which stays asked when it is late too: better a late sound than none', () => {
    const device = (attempts: AlertProgress['attempts']): string | undefined =>
      plan(ring, { alertDevice: 'Headset' }, { attempts }).sound?.device;
    expect(device({ sound: [{ kind: 'late' }] })).toBe('');
    expect(device({ sound: [{ kind: 'late' }, { kind: 'late' }] })).toBe('');
    expect(device({ sound: [...notShown, { kind: 'late' }] })).toBe('');
    expect(device({ sound: [{ kind: 'late' }, ...notShown] })).toBeUndefined();
    expect(plan(ring, {}, { attempts: { sound: [{ kind: 'late' }] } }).sound?.device).toBe('');
  });

  test('the toast sounds by itself when the last sound did not play, unless no sound is wanted', () => {
    const silent = (settings: Partial<AlertSettings>): boolean | undefined => plan(ring, settings, { soundless: true }).toast?.silent;
    expect(silent({})).toBe(false);
    expect(silent({ silentMode: true })).toBe(true);
    expect(silent({ alertSound: false })).toBe(true);
  });
});

describe('in Chinese', () => {
  const chinese = alertPlan({ ...calm, ...ring }, { ...asReleased, alertWindow: 'always' }, noProgress, zhCN);

  test('the number behind a name stands in full-width parentheses', () => {
    expect(chinese.tray.tooltip).toBe('Earshot · 您的话机正在振铃：Li Wei（20011）');
    expect(chinese.toast?.body).toBe('摘机即可监听 Li Wei（20011）。');
  });

  test('the alert window is told the language of its words', () => {
    expect(chinese.window?.language).toBe('zh-CN');
    expect(plan(ring, { alertWindow: 'always' }).window?.language).toBe('en');
  });
});

describe('every state under every setting, in every language', () => {
  test.each(languages)('%s: all parts fit their schemas and speak of one alert', (_language, words) => {
    for (const state of everyState) {
      for (const settings of settingsTable) {
        const shown = alertPlan(state, settings, noProgress, words);
        const active = activeAlertOf(state);
        if (shown.toast !== null) toastPlanSchema.parse(shown.toast);
        if (shown.sound !== null) soundPlanSchema.parse(shown.sound);
        if (shown.badge !== null) badgePlanSchema.parse(shown.badge);
        const ids = new Set([shown.toast, shown.sound, shown.window].flatMap((part) => (part === null ? [] : [part.ringId])));
        if (ids.size > (active === null ? 0 : 1)) expect.fail(`two alerts at once: ${JSON.stringify(state)}`);
        if (shown.tray.tooltip.length > 127 || shown.tray.menu.length < 4) expect.fail(`tray: ${JSON.stringify(shown.tray)}`);
        if (settings.silentMode && shown.sound !== null) expect.fail(`sound in silent mode: ${JSON.stringify(state)}`);
        if (active === null && (shown.attention || shown.page || shown.raise)) expect.fail(`alert of nothing: ${JSON.stringify(state)}`);
      }
    }
  });

  test.each(surfaceNames)('a test of %s asks for that surface alone', (surface) => {
    const shown = plan({ testing: { surface, since: 1 } });
    const asked = surfaceNames.filter((name) =>
      name === 'tray' ? shown.tray.picture === 'ringing' : shown[name] !== null && shown[name] !== false,
    );
    expect(asked).toEqual([surface]);
  });
});

describe('names', () => {
  const body = (name: string): string => plan({ ...ring, phone: { ...ringing, agent: { workNo: '20011', name } } }).toast?.body ?? '';

  test('a name that there is not is the work number', () => {
    expect(body('')).toBe('Pick up to listen to 20011.');
    expect(body(' \u202e ')).toBe('Pick up to listen to 20011.');
  });

  test('markup is only characters, and bidi and control characters are gone', () => {
    expect(body('<b>Li</b>\u202e & \u0007"Wei"\u2066')).toBe('Pick up to listen to <b>Li</b> & "Wei" (20011).');
  });

  test('however long or odd the name, every word fits its surface', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: anyCharacter, maxLength: 300 }));
    fc.assert(
      fc.property(name, fc.constantFrom(1, 100), (some, times) => {
        const shown = plan({ ...ring, phone: { ...ringing, agent: { workNo: '20011', name: some.repeat(times) } } });
        expect(shown.tray.tooltip.length).toBeLessThanOrEqual(127);
        // Of the marks that turn text, only the pair around a name from right to left.
        const unturned = shown.toast?.body.replace(/\u2068([^\u2068\u2069]*)\u2069/u, '$1');
        expect(unturned).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
      // Each of the longest has thirty thousand characters.
      { numRuns: 40 },
    );
  });
});

describe('the tray when nothing alerts', () => {
  test.each<[string, Partial<AlertState>, string, string]>([
    ['signed out', { session: { kind: 'signedOut', problem: null } }, 'signedOut', 'Signed out'],
    ['live', {}, 'live', 'Live as 291'],
    ['reconnecting', { session: reconnecting }, 'offline', en.connection('reconnecting', '291')],
    ['offline', { session: offline }, 'offline', en.connection('offline', '291')],
    ['listening', { listen: { kind: 'listening', agent, since: 5, problem: null } }, 'listening', 'Listening to Li Wei (20011)'],
    ['following', { follow: { kind: 'armed', agent, since: 5 } }, 'live', 'Following Li Wei (20011)'],
  ])('tells %s', (_name, state, picture, line) => {
    expect(plan(state).tray).toMatchObject({ picture, tooltip: `Earshot · ${line}` });
  });

  test('the menu offers only what can be done', () => {
    expect(actions(plan({}))).toEqual(['show', 'signOut', 'quit']);
    expect(actions(plan({ listen: { kind: 'calling', agent, since: 0, problem: null } }))).toEqual([
      'show',
      'stopListening',
      'signOut',
      'quit',
    ]);
    expect(actions(plan({ follow: { kind: 'asking', agent, since: 0, phase: 'talking' } }))).toEqual([
      'show',
      'listenFollowed',
      'unfollow',
      'signOut',
      'quit',
    ]);
    expect(actions(plan({ session: { kind: 'signedOut', problem: null } }))).toEqual(['show', 'quit']);
  });

  test.each(standingWaits)('a standing listen that waits for %s is told of in tooltip and menu, from where it can be ended', (waits) => {
    const { tray } = plan({ follow: { kind: 'standing', standing: { ...standing, waits } } });
    expect(tray.tooltip).toMatch(/^Earshot · Standing listen: .+, 3 heard$/);
    expect(tray.menu).toContainEqual({ kind: 'action', action: 'unfollow', about: 'standing', words: 'End standing listen' });
  });

  test('a standing listen is told of while something else is told, too', () => {
    const listening = plan({
      listen: { kind: 'listening', agent, since: 5, problem: null },
      follow: { kind: 'standing', standing: { ...standing, waits: 'listen' } },
    }).tray;
    expect(listening.tooltip).toBe('Earshot · Listening to Li Wei (20011) · Standing listen on');
    expect(listening.menu[1]).toEqual({ kind: 'words', words: 'Standing listen: goes on after this listen, 3 heard' });
    const asking = plan({ follow: { kind: 'asking', agent, since: 0, phase: 'talking', standing } }).tray;
    expect(asking.tooltip).toBe('Earshot · Li Wei (20011) is talking now · Standing listen on');
    expect(asking.menu).toContainEqual(expect.objectContaining({ action: 'unfollow', about: 'standing' }));
  });

  test('the menu takes the inspector’s own word where nobody else can tell, beside Stop', () => {
    const { menu } = plan({ listen: unknown }).tray;
    expect(actions(plan({ listen: unknown }))).toEqual(['show', 'stopListening', 'hearIt', 'hearNothing', 'signOut', 'quit']);
    expect(menu).toContainEqual({ kind: 'action', action: 'hearIt', about: agent.workNo, words: 'I hear it' });
    expect(menu).toContainEqual({ kind: 'action', action: 'hearNothing', about: agent.workNo, words: 'I hear nothing' });
  });

  test('the menu’s lines are about whom they act on', () => {
    const stop = plan({ listen: { kind: 'calling', agent, since: 0, problem: null } }).tray.menu;
    expect(stop).toContainEqual({ kind: 'action', action: 'stopListening', about: agent.workNo, words: 'Stop listening' });
    const asking = plan({ follow: { kind: 'asking', agent, since: 0, phase: 'talking' } }).tray.menu;
    expect(asking).toContainEqual(expect.objectContaining({ action: 'listenFollowed', about: agent.workNo }));
    expect(asking).toContainEqual(expect.objectContaining({ action: 'unfollow', about: agent.workNo }));
  });

  test('missed rings stay on the badge and in the menu', () => {
    const shown = plan({ missed: 2 });
    expect(shown.badge).toEqual({ mark: 'missed', count: 2, words: '2 missed rings' });
    expect(shown.tray.menu[1]).toEqual({ kind: 'words', words: '2 missed rings' });
  });
});
