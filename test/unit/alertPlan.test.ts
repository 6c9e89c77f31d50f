import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import type { Listen, PhoneAlert, Session } from '../../contract/state.ts';
import type { GatewayEvent } from '../../main/gateway/agentevent.ts';
import { createAlertDesk } from '../../main/alerts/desk.ts';
import { phoneAfterEvent, phoneAfterListen, quiet } from '../../main/alerts/phone.ts';
import { alertPlan } from '../../main/alerts/plan.ts';
import type { AlertPlan, Shown } from '../../main/alerts/surfaces.ts';
import { silentLog } from '../support/silentLog.ts';

const agent = { workNo: '20011', name: 'Li Wei' };
const signedIn: Session = {
  kind: 'signedIn',
  agentId: '291',
  gateway: 'gw:8043',
  connection: { kind: 'live', lastContact: 0, problem: null },
  ownState: 'idle',
};
const noContact: Problem = { code: 'no-route', sentence: 'No way.', remedy: 'Wait.' };
const ringing: PhoneAlert = { kind: 'ringing', agent, since: 5 };
const plan = (more: { session?: Session; listen?: Listen; phone?: PhoneAlert }): AlertPlan =>
  alertPlan({ session: more.session ?? signedIn, listen: more.listen ?? { kind: 'idle' }, phone: more.phone ?? quiet });
const actions = (shown: AlertPlan): string[] => shown.tray.menu.flatMap((line) => (line.kind === 'action' ? [line.action] : []));

describe('what the surfaces show', () => {
  test('while the phone rings: picture, tooltip, a toast naming the agent, and attention', () => {
    const shown = plan({ listen: { kind: 'ringing', agent, since: 5, problem: null }, phone: ringing });
    expect(shown.tray.picture).toBe('ringing');
    expect(shown.tray.tooltip).toBe('Earshot · Your phone is ringing: Li Wei (20011)');
    expect(shown.toast).toEqual({ ringId: '5', title: 'Your phone is ringing', body: 'Pick up to listen to Li Wei (20011).' });
    expect(shown.attention).toBe(true);
  });

  test('a ring without a listen names nobody', () => {
    expect(plan({ phone: { kind: 'ringing', agent: null, since: 5 } }).toast?.body).toBe('No listen is pending in Earshot.');
  });

  test('when the ring is over, all of it is over', () => {
    const shown = plan({ listen: { kind: 'listening', agent, since: 5, problem: null } });
    expect(shown).toMatchObject({
      toast: null,
      attention: false,
      tray: { picture: 'listening', tooltip: 'Earshot · Listening to Li Wei (20011)' },
    });
  });

  test.each<[string, Session, string]>([
    ['signed out', { kind: 'signedOut', problem: null }, 'signedOut'],
    ['live', signedIn, 'live'],
    ['offline', { ...signedIn, connection: { kind: 'offline', lastContact: 0, problem: noContact, nextAttempt: null } }, 'offline'],
  ])('the tray tells %s', (_name, session, picture) => {
    expect(plan({ session }).tray.picture).toBe(picture);
  });

  test('the menu offers stop only while there is something to stop, and sign out only when signed in', () => {
    expect(actions(plan({}))).toEqual(['show', 'signOut', 'quit']);
    expect(actions(plan({ listen: { kind: 'calling', agent, since: 0, problem: null } }))).toEqual([
      'show',
      'stopListening',
      'signOut',
      'quit',
    ]);
    expect(actions(plan({ session: { kind: 'signedOut', problem: null } }))).toEqual(['show', 'quit']);
  });

  test('however long the name, the tooltip fits Windows’ 127 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const shown = plan({ listen: { kind: 'listening', agent: { workNo: '20011', name }, since: 0, problem: null } });
        expect(shown.tray.tooltip.length).toBeLessThanOrEqual(127);
      }),
    );
  });
});

describe('following the ring', () => {
  const calling: Listen = { kind: 'calling', agent, since: 1, problem: null };
  const after = (phone: PhoneAlert, event: GatewayEvent, listen: Listen = calling): PhoneAlert => phoneAfterEvent(phone, event, listen, 5);

  test('the ring begins with PhoneAlerting and belongs to the listen that is pending', () => {
    expect(after(quiet, { type: 'AgentOther_PhoneAlerting' })).toEqual(ringing);
    expect(after(quiet, { type: 'AgentOther_PhoneAlerting' }, { kind: 'idle' })).toEqual({ kind: 'ringing', agent: null, since: 5 });
  });

  test.each<GatewayEvent>([
    { type: 'AgentOther_PhoneOffhook' },
    { type: 'AgentOther_PhoneRelease', by: 'agent' },
    { type: 'AgentOther_PhoneBusy' },
    { type: 'AgentState_Ready' },
  ])('the ring ends with %j', (event) => {
    expect(after(ringing, event)).toEqual(quiet);
  });

  test('"occupied" says nothing of the ring', () => {
    expect(after(ringing, { type: 'AgentState_Busy' })).toBe(ringing);
  });

  test('a ring whose listen is over is over, should its own event be lost', () => {
    expect(phoneAfterListen(ringing, { kind: 'idle' })).toEqual(quiet);
    expect(phoneAfterListen(ringing, { kind: 'ringing', agent, since: 5, problem: null })).toBe(ringing);
    expect(phoneAfterListen(ringing, { kind: 'listening', agent, since: 5, problem: null })).toEqual(quiet);
  });
});

describe('the alert desk', () => {
  test('asks a surface only when its part of the plan changed', () => {
    const asked: string[] = [];
    const answer = (surface: string) => (): Promise<Shown> => {
      asked.push(surface);
      return Promise.resolve({ kind: 'shown' });
    };
    const desk = createAlertDesk({ tray: answer('tray'), toast: answer('toast'), attention: answer('attention') }, silentLog);
    desk.show(plan({}));
    expect(asked).toEqual(['tray']);
    desk.show(plan({}));
    expect(asked).toEqual(['tray']);
    desk.show(plan({ listen: { kind: 'ringing', agent, since: 5, problem: null }, phone: ringing }));
    expect(asked).toEqual(['tray', 'tray', 'toast', 'attention']);
  });

  test('a surface that fails does not keep the others from showing', async () => {
    const asked: string[] = [];
    const desk = createAlertDesk(
      {
        tray: () => Promise.reject(new Error('no tray')),
        toast: () => Promise.resolve({ kind: 'notShown', why: 'no show' }),
        attention: () => {
          asked.push('attention');
          return Promise.resolve({ kind: 'shown' });
        },
      },
      silentLog,
    );
    desk.show(plan({ phone: ringing }));
    await Promise.resolve();
    expect(asked).toEqual(['attention']);
  });
});
