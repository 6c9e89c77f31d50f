import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../contract/trust.ts';
import { openPersisted } from '../store/persisted.ts';
import { createPins } from './pins.ts';
import { rememberingLog } from '../../test/support/silentLog.ts';

const gw = 'gw.example:8043';
const print = (pair: string): string => Array.from({ length: 32 }, () => pair).join(':');
const certificate = (pair: string): Certificate => ({
  subject: `CN=${pair}`,
  issuer: 'CN=authority',
  validFrom: 1_000,
  validTo: 2_000,
  fingerprint: print(pair),
  serialNumber: '01',
  key: '',
  names: [],
  chain: [],
});
const hour = 3_600_000;

function service(disk: Record<string, unknown>, administrators: readonly string[] = [], userTrust = true) {
  let content: unknown = disk;
  let writes = 0;
  const log = rememberingLog();
  const write = (value: unknown): void => {
    content = value;
    writes += 1;
  };
  const persisted = openPersisted({ damaged: false, read: () => content, write }, log);
  const pins = createPins(persisted, () => ({ pins: [...administrators], userTrust }));
  return { pins, persisted, log, disk: () => content, writes: () => writes };
}

describe('pins as the first versions kept them', () => {
  const first = { pins: { [gw]: { fingerprint: print('AA'), firstSeen: 500, decidedBy: 'inspector' } } };

  test('one for a gateway is still trusted, with all that was known', () => {
    const { pins, persisted } = service(first);
    expect(persisted.unreadable).toEqual([]);
    expect(pins.of(gw)).toEqual([
      {
        fingerprint: print('AA'),
        decidedBy: 'inspector',
        counts: true,
        firstSeen: 500,
        lastSeen: 500,
        subject: null,
        validFrom: null,
        validTo: null,
      },
    ]);
  });

  test('what it says of itself is filled in when it is met, and it is kept in the new form', () => {
    const before = service(first);
    before.pins.met(gw, certificate('AA'), 600);
    const after = service(before.disk() as Record<string, unknown>);
    expect(after.pins.of(gw)).toMatchObject([
      { fingerprint: print('AA'), firstSeen: 500, lastSeen: 600, subject: 'CN=AA', validTo: 2_000 },
    ]);
  });

  test.each([
    ['a fingerprint that is none', { [gw]: [{ ...first.pins[gw], fingerprint: 'AA', lastSeen: 1, certificate: null }] }],
    ['another decider', { [gw]: { ...first.pins[gw], decidedBy: 'administrator' } }],
    ['a list', [print('AA')]],
    ['a text', 'AA'],
  ])('damaged by %s: nothing is trusted, and it is said', (_name, pins) => {
    const { persisted, pins: opened, log } = service({ pins });
    expect(persisted.unreadable).toEqual(['pins']);
    expect(opened.authorities()).toEqual([]);
    expect(log.lines.join()).toContain('pins');
  });
});

describe('the inspector’s pins', () => {
  test('one that is added takes the place of the others, unless they are to stay', () => {
    const { pins } = service({});
    pins.add(gw, certificate('AA'), false, 1);
    pins.add(gw, certificate('BB'), true, 2);
    expect(pins.of(gw).map((pin) => pin.subject)).toEqual(['CN=AA', 'CN=BB']);
    pins.add(gw, certificate('CC'), false, 3);
    expect(pins.of(gw).map((pin) => pin.subject)).toEqual(['CN=CC']);
  });

  test('belong to host and port together', () => {
    const { pins } = service({});
    pins.add(gw, certificate('AA'), false, 1);
    expect(pins.of('gw.example:8044')).toEqual([]);
    expect(pins.of('constructor')).toEqual([]);
  });

  test('the last one taken back leaves no trace of the gateway', () => {
    const { pins } = service({});
    pins.add(gw, certificate('AA'), false, 1);
    expect(pins.remove(gw, print('BB'))).toBe(false);
    expect(pins.remove(gw, print('AA'))).toBe(true);
    expect(pins.authorities()).toEqual([]);
  });

  test('are written at most once an hour for being met', () => {
    const { pins, writes } = service({});
    pins.add(gw, certificate('AA'), false, 0);
    for (let minute = 1; minute <= 125; minute += 1) pins.met(gw, certificate('AA'), minute * 60_000);
    expect(writes()).toBe(3);
    expect(pins.of(gw)).toMatchObject([{ firstSeen: 0, lastSeen: 2 * hour }]);
  });

  test('do not count while the administrator alone decides', () => {
    const before = service({});
    before.pins.add(gw, certificate('AA'), false, 1);
    expect(service(before.disk() as Record<string, unknown>, [], false).pins.of(gw)).toMatchObject([{ counts: false }]);
  });
});

describe('the administrator’s pins', () => {
  const text = `GW.example=${print('AA')}`;

  test('name a gateway as it is typed: in any case, with or without the usual port', () => {
    expect(service({}, [text]).pins.of(gw)).toMatchObject([{ decidedBy: 'administrator', counts: true, firstSeen: null }]);
  });

  test('remember when they were met, and forget it with the pin', () => {
    const before = service({}, [text, `other=${print('BB')}`]);
    before.pins.met(gw, certificate('AA'), 700);
    const disk = before.disk() as Record<string, unknown>;
    expect(service(disk, [text]).pins.of(gw)).toMatchObject([{ firstSeen: 700, lastSeen: 700, subject: 'CN=AA' }]);
    const without = service(disk, [`other=${print('BB')}`]);
    expect(without.pins.of(gw)).toEqual([]);
    without.pins.met('other:8043', certificate('BB'), 800);
    expect(Object.keys(without.persisted.get().sightings)).toEqual([`other=${print('BB')}`]);
  });

  test('cannot be taken back by the inspector', () => {
    const { pins } = service({}, [text]);
    expect(pins.remove(gw, print('AA'))).toBe(false);
    expect(pins.of(gw)).toHaveLength(1);
  });
});
