import { describe, expect, test } from 'vitest';
import type { StateFile, SecretBox } from '../../ports/storage.ts';
import { openPersisted } from '../../store/persisted.ts';
import { createSessionSaver, openSavedSession } from './savedSession.ts';
import { createHandClock } from '../../../test/support/handClock.ts';
import { silentLog } from '../../../test/support/silentLog.ts';

function file(content: unknown): StateFile & { readonly written: () => unknown } {
  let now = content;
  return { damaged: false, read: () => now, write: (value) => (now = value), written: () => now };
}

const readable: SecretBox = {
  available: () => true,
  seal: (text) => Buffer.from(text).toString('base64'),
  open: (sealed) => (sealed.startsWith('!') ? null : Buffer.from(sealed, 'base64').toString()),
};
const none: SecretBox = { ...readable, available: () => false };

describe('a session that may be taken up again', () => {
  const save = (box: SecretBox) => {
    const disk = file({});
    const persisted = openPersisted(disk, silentLog);
    const clock = createHandClock(1_000);
    const saver = createSessionSaver({ agentId: '291', persisted, secretBox: box, clock, upFor: () => 500_000, log: silentLog });
    saver.contact('gw:8043', 'the-guid.AgentGateway1', null);
    return { disk, persisted };
  };

  test('its Guid is on disk in encrypted form only', () => {
    const { disk, persisted } = save(readable);
    expect(JSON.stringify(disk.written())).not.toContain('the-guid');
    expect(openSavedSession(persisted, readable, { date: 2_000, up: 501_000 })?.guid).toBe('the-guid.AgentGateway1');
  });

  test('without real encryption nothing is stored', () => {
    const { persisted } = save(none);
    expect(persisted.get().savedSession).toBeNull();
  });

  test.each([
    ['just short of two minutes after its last poll it may be', 119_999, 119_999, 119_999],
    ['two minutes after its last poll it is over', 120_000, 120_000, null],
    ['the date was set back an hour since', -3_600_000 + 5_000, 5_000, 5_000],
    ['the date was set ahead a year since', 365 * 86_400_000, 5_000, 5_000],
    ['the computer was started anew since', 60_000, -450_000, 60_000],
    ['the computer was started anew and the date set back: nobody can tell', -1, -1, null],
  ])('%s', (_name, byDate, byUptime, age) => {
    const { persisted } = save(readable);
    expect(openSavedSession(persisted, readable, { date: 1_000 + byDate, up: 500_000 + byUptime })?.age ?? null).toBe(age);
  });

  test('one of an earlier version goes by the date alone', () => {
    const { persisted } = save(readable);
    const { savedSession } = persisted.get();
    persisted.change({ savedSession: savedSession === null ? null : { ...savedSession, lastPollUp: null } });
    expect(openSavedSession(persisted, readable, { date: 61_000, up: 0 })?.age).toBe(60_000);
    expect(openSavedSession(persisted, readable, { date: 0, up: 500_000 })).toBeNull();
  });

  test('one that no longer decrypts is not taken up', () => {
    const persisted = openPersisted(
      file({ savedSession: { gatewayAddress: 'gw', agentId: '291', guid: '!', lastPoll: 1_000 } }),
      silentLog,
    );
    expect(openSavedSession(persisted, readable, { date: 2_000, up: 501_000 })).toBeNull();
  });
});
