import { describe, expect, test } from 'vitest';
import { freshRosterView } from '../../contract/rosterView.ts';
import type { StateFile } from '../ports/storage.ts';
import { openPersisted } from './persisted.ts';
import { rememberingLog, silentLog } from '../../test/support/silentLog.ts';

function file(content: unknown): StateFile & { readonly written: () => unknown } {
  let now = content;
  return { damaged: false, read: () => now, write: (value) => (now = value), written: () => now };
}

describe('what is kept over restarts', () => {
  test('a damaged part is empty and said; the others stay', () => {
    const log = rememberingLog();
    const persisted = openPersisted(file({ gatewayAddress: 'gw:8043', pins: { 'gw:8043': 'not a pin' } }), log);
    expect(persisted.get()).toMatchObject({ gatewayAddress: 'gw:8043', pins: {} });
    expect(persisted.unreadable).toEqual(['pins']);
    expect(log.lines.join()).toContain('pins');
  });

  test.each([null, 7, 'text', [], { agentId: 5 }])('a file that holds %j is no reason to stop', (content) => {
    expect(openPersisted(file(content), silentLog).get().agentId).toBe('');
  });

  test('a disk that cannot be written does not lose the choice for this run', () => {
    const broken: StateFile = {
      damaged: false,
      read: () => ({}),
      write: () => {
        throw new Error('full');
      },
    };
    const persisted = openPersisted(broken, silentLog);
    persisted.change({ agentId: '291' });
    expect(persisted.get().agentId).toBe('291');
  });
});

describe('how the roster is arranged', () => {
  test('is there again after a restart', () => {
    const disk = file({});
    openPersisted(disk, silentLog).change({ rosterView: { ...freshRosterView, density: 'compact', favourites: ['20001'] } });
    expect(openPersisted(disk, silentLog).get().rosterView).toMatchObject({ density: 'compact', favourites: ['20001'] });
  });

  test('is as fresh when what was kept is damaged', () => {
    const persisted = openPersisted(file({ agentId: '291', rosterView: { density: 'enormous' } }), silentLog);
    expect(persisted.get()).toMatchObject({ agentId: '291', rosterView: freshRosterView });
  });
});
