import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEvent } from './agentevent.ts';

describe('decoding an event', () => {
  test('no event is no event', () => {
    expect(decodeEvent(undefined)).toBeNull();
    expect(decodeEvent(null)).toBeNull();
  });

  test('the ring of the phone, as documented', () => {
    expect(decodeEvent({ eventType: 'AgentOther_PhoneAlerting', workNo: '291', content: null })).toEqual({
      type: 'AgentOther_PhoneAlerting',
    });
  });

  test('the newer edition’s time does not matter', () => {
    expect(decodeEvent({ eventType: 'AgentState_Busy', workNo: '291', content: null, eventGenTime: 1784529722590 })).toEqual({
      type: 'AgentState_Busy',
    });
  });

  test.each([
    [{ phoneState: 3 }, 'platform'],
    [{ phoneState: '2' }, 'agent'],
    [{ phoneState: 9 }, 'unknown'],
    [null, 'unknown'],
    ['invalidResponse', 'unknown'],
  ])('a release with %j was by %s', (content, by) => {
    expect(decodeEvent({ eventType: 'AgentOther_PhoneRelease', content })).toEqual({ type: 'AgentOther_PhoneRelease', by });
  });

  test.each([
    [{ reason: '7' }, 7],
    [{ reason: 2 }, 2],
    [{}, null],
    [{ reason: 'x' }, null],
  ])('a busy with %j has reason %s', (content, reason) => {
    expect(decodeEvent({ eventType: 'AgentState_SetNotReady_Success', content })).toEqual({
      type: 'AgentState_SetNotReady_Success',
      reason,
    });
  });

  test('an unknown event is named and otherwise ignored', () => {
    expect(decodeEvent({ eventType: 'AgentOther_Bulletin', content: 'x' })).toEqual({ type: 'other', eventType: 'AgentOther_Bulletin' });
    expect(decodeEvent({ eventType: 'a b\n<script>' })).toEqual({ type: 'other', eventType: 'unreadable' });
  });

  test('whatever JSON stands in the event, decoding it never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        decodeEvent(value);
        decodeEvent({ eventType: 'AgentOther_PhoneRelease', content: value });
        decodeEvent({ eventType: 'AgentState_SetNotReady_Success', content: value });
      }),
    );
  });

  test('an inspection that began, as documented: who is heard, and by whom', () => {
    expect(decodeEvent({ eventType: 'AgentOther_BeQcStart', workNo: '20011', content: { qcType: 8, qcAgentId: 30169 } })).toEqual({
      type: 'AgentOther_BeQcStart',
      inspected: '20011',
      inspector: '30169',
    });
    expect(decodeEvent({ eventType: 'AgentOther_BeQcStop', workNo: '20011', content: { qcType: 8, qcAgentId: 30169 } })).toEqual({
      type: 'AgentOther_BeQcStop',
      inspected: '20011',
    });
  });

  test.each([
    { eventType: 'AgentOther_BeQcStart', workNo: '20011', content: '{qcType:8,qcAgentId:30169}' },
    { eventType: 'AgentOther_BeQcStart', content: { qcAgentId: 30169 } },
    { eventType: 'AgentOther_BeQcStop', workNo: null, content: null },
  ])('an inspection of nobody knows whom, %j, is only an event', (event) => {
    expect(decodeEvent(event)).toEqual({ type: 'other', eventType: event.eventType });
  });
});
