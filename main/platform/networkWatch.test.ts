import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { watchNetwork } from './networkWatch.ts';

const address = (at: string, internal = false): NetworkInterfaceInfo => ({
  address: at,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: null,
});

function watched() {
  const here: { now: Record<string, NetworkInterfaceInfo[]> } = { now: { eth0: [address('10.0.0.5')] } };
  let due: (() => void) | null = null;
  let changes = 0;
  const cancel = watchNetwork(
    () => here.now,
    {
      now: () => 0,
      wall: () => 0,
      after: (delay, action) => {
        expect(delay).toBe(5_000);
        due = action;
        return () => {
          if (due === action) due = null;
        };
      },
    },
    5_000,
    () => {
      changes += 1;
    },
  );
  return { here, cancel, look: () => due?.(), waits: () => due !== null, changes: () => changes };
}

test('an address that comes, goes or changes is told once', () => {
  const watch = watched();
  watch.here.now = { eth0: [address('10.0.0.5')], vpn: [address('172.16.0.2')] };
  watch.look();
  watch.look();
  expect(watch.changes()).toBe(1);
  watch.here.now = { eth0: [address('10.0.0.5')] };
  watch.look();
  expect(watch.changes()).toBe(2);
});

test('another order, or an address inside the computer, is no change', () => {
  const watch = watched();
  watch.here.now = { lo: [address('127.0.0.1', true)], eth1: [address('10.0.0.5')] };
  watch.look();
  expect(watch.changes()).toBe(0);
});

test('once cancelled it looks no more', () => {
  const watch = watched();
  watch.look();
  watch.cancel();
  expect(watch.waits()).toBe(false);
});
