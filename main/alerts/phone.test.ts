import { describe, expect, test } from 'vitest';
import type { Listen, PhoneAlert } from '../../contract/state.ts';
import { phoneAfterEvent, phoneAfterListen, phoneOfListen, quiet } from './phone.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { agent, ringing } from '../../test/support/alertStates.ts';

describe('following the ring', () => {
  const calling: Listen = { kind: 'calling', agent, since: 1, problem: null };
  const after = (phone: PhoneAlert, event: GatewayEvent, listen: Listen = calling): PhoneAlert => phoneAfterEvent(phone, event, listen, 5);

  test('the ring begins with PhoneAlerting and belongs to the listen that is pending', () => {
    expect(after(quiet, { type: 'AgentOther_PhoneAlerting' })).toEqual(ringing);
    expect(after(quiet, { type: 'AgentOther_PhoneAlerting' }, { kind: 'idle' })).toEqual({ kind: 'ringing', agent: null, since: 5 });
  });

  test('a ring that follows the own stop or the end of a listen was asked for, and is not called foreign', () => {
    const stopped: Listen = { kind: 'ended', agent, since: 4, outcome: 'stopped', problem: null, heardFor: null };
    const rings = after(quiet, { type: 'AgentOther_PhoneAlerting' }, stopped);
    expect(rings).toEqual(ringing);
    expect(phoneAfterListen(rings, stopped)).toBe(rings);
    const later = phoneAfterEvent(quiet, { type: 'AgentOther_PhoneAlerting' }, stopped, 31_000);
    expect(later).toEqual({ kind: 'ringing', agent: null, since: 31_000 });
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

  test('a listen that knows of a ring whose event was lost rings, once', () => {
    const found: Listen = { kind: 'ringing', agent, since: 5, problem: null };
    expect(phoneOfListen(quiet, found, null)).toEqual(ringing);
    expect(phoneOfListen(quiet, found, 5)).toEqual(quiet);
    expect(phoneOfListen(ringing, { ...found, since: 9 }, null)).toBe(ringing);
    expect(phoneOfListen(quiet, calling, null)).toEqual(quiet);
  });
});
