import { describe, expect, test } from 'vitest';
import { freshRosterView } from '../../contract/rosterView.ts';
import type { KeptFile, SecretBox } from '../../main/host.ts';
import { openKept } from '../../main/settings/kept.ts';
import { createSessionSaver, openSavedSession } from '../../main/session/savedSession.ts';
import { rememberingLog, silentLog } from '../support/silentLog.ts';

function file(content: unknown): KeptFile & { readonly written: () => unknown } {
  let now = content;
  return { damaged: false, read: () => now, write: (value) => (now = value), written: () => now };
}

const readable: SecretBox = {
  available: () => true,
  seal: (text) => Buffer.from(text).toString('base64'),
  open: (sealed) => (sealed.startsWith('!') ? null : Buffer.from(sealed, 'base64').toString()),
};
const none: SecretBox = { ...readable, available: () => false };

describe('what is kept over restarts', () => {
  test('a damaged part is empty and said; the others stay', () => {
    const log = rememberingLog();
    const kept = openKept(file({ gatewayAddress: 'gw:8043', pins: { 'gw:8043': 'not a pin' } }), log);
    expect(kept.get()).toMatchObject({ gatewayAddress: 'gw:8043', pins: {} });
    expect(kept.unreadable).toEqual(['pins']);
    expect(log.lines.join()).toContain('pins');
  });

  test.each([null, 7, 'text', [], { agentId: 5 }])('a file that holds %j is no reason to stop', (content) => {
    expect(openKept(file(content), silentLog).get().agentId).toBe('');
  });

  test('a disk that cannot be written does not lose the choice for this run', () => {
    const broken: KeptFile = {
      damaged: false,
      read: () => ({}),
      write: () => {
        throw new Error('full');
      },
    };
    const kept = openKept(broken, silentLog);
    kept.change({ agentId: '291' });
    expect(kept.get().agentId).toBe('291');
  });
});

describe('a session that may be taken up again', () => {
  const save = (box: SecretBox) => {
    const disk = file({});
    const kept = openKept(disk, silentLog);
    createSessionSaver('291', kept, box, silentLog).contact('gw:8043', 'the-guid.AgentGateway1', 1_000, null);
    return { disk, kept };
  };

  test('its Guid is on disk in encrypted form only', () => {
    const { disk, kept } = save(readable);
    expect(JSON.stringify(disk.written())).not.toContain('the-guid');
    expect(openSavedSession(kept, readable, 2_000)?.guid).toBe('the-guid.AgentGateway1');
  });

  test('without real encryption nothing is stored', () => {
    const { kept } = save(none);
    expect(kept.get().savedSession).toBeNull();
  });

  test('two minutes after its last poll it is over, and a clock set back does not revive it', () => {
    const { kept } = save(readable);
    expect(openSavedSession(kept, readable, 1_000 + 119_999)).not.toBeNull();
    expect(openSavedSession(kept, readable, 1_000 + 120_000)).toBeNull();
    expect(openSavedSession(kept, readable, 0)).toBeNull();
  });

  test('one that no longer decrypts is not taken up', () => {
    const kept = openKept(file({ savedSession: { gatewayAddress: 'gw', agentId: '291', guid: '!', lastPoll: 1_000 } }), silentLog);
    expect(openSavedSession(kept, readable, 2_000)).toBeNull();
  });
});

describe('how the roster is arranged', () => {
  test('is there again after a restart', () => {
    const disk = file({});
    openKept(disk, silentLog).change({ rosterView: { ...freshRosterView, density: 'compact', favourites: ['20001'] } });
    expect(openKept(disk, silentLog).get().rosterView).toMatchObject({ density: 'compact', favourites: ['20001'] });
  });

  test('is as fresh when what was kept is damaged', () => {
    const kept = openKept(file({ agentId: '291', rosterView: { density: 'enormous' } }), silentLog);
    expect(kept.get()).toMatchObject({ agentId: '291', rosterView: freshRosterView });
  });
});
