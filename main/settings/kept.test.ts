import { describe, expect, test } from 'vitest';
import { freshRosterView } from '../../contract/rosterView.ts';
import type { KeptFile } from '../ports/storage.ts';
import { openKept } from './kept.ts';
import { rememberingLog, silentLog } from '../../test/support/silentLog.ts';

function file(content: unknown): KeptFile & { readonly written: () => unknown } {
  let now = content;
  return { damaged: false, read: () => now, write: (value) => (now = value), written: () => now };
}

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
