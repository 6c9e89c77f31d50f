import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink } from './link.ts';
import { createLinks, linkWaits } from './links.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

describe('a link', () => {
  test.each([
    ['earshot://listen/20001', { kind: 'listen', workNo: '20001' }],
    ['earshot://agent/101', { kind: 'agent', workNo: '101' }],
    ['EARSHOT://Listen/20001/', { kind: 'listen', workNo: '20001' }],
    ['earshot://listen/２０００１', { kind: 'listen', workNo: '20001' }],
    ['earshot://listen/\u200e20001\u200b', { kind: 'listen', workNo: '20001' }],
    ['earshot://listen/%E2%80%8E20001%ef%bb%bf', { kind: 'listen', workNo: '20001' }],
    ['earshot://agent/%EF%BC%92%EF%BC%99%EF%BC%91', { kind: 'agent', workNo: '291' }],
  ])('%s is understood', (text, link) => {
    expect(readLink(text)).toEqual(link);
  });

  test.each([
    '',
    'earshot:',
    'earshot://',
    'earshot:listen/20001',
    'earshot://listen',
    'earshot://listen/',
    'earshot://listen/abc',
    'earshot://listen/1234567',
    'earshot://listen/20001/now',
    'earshot://listen/20001?now=1',
    'earshot://listen/20001#now',
    'earshot://listen/2000%31',
    'earshot://listen/%80%ff',
    'earshot://listen/20001\u3000',
    'earshot://listen/20001 --test-alert',
    'earshot://listen/20001\n',
    'earshot://whisper/20001',
    'https://listen/20001',
  ])('%j is refused', (text) => {
    expect(readLink(text)).toEqual({ kind: 'malformed' });
  });

  test('whatever it is made of, only a work number comes out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `earshot://listen/${rest}`),
        ),
        (text) => {
          const link = readLink(text);
          expect(link.kind === 'malformed' || /^\d{1,6}$/.test(link.workNo)).toBe(true);
        },
      ),
    );
  });
});

describe('what a link asked for', () => {
  function service(ready = true) {
    const clock = createHandClock();
    const seen = { malformed: 0, ready };
    const links = createLinks({
      clock,
      log: silentLog,
      ready: () => seen.ready,
      nameOf: (workNo) => (workNo === '20001' ? 'Li Wei' : workNo),
      onMalformed: () => {
        seen.malformed += 1;
      },
      onChange: () => undefined,
    });
    return { clock, links, seen };
  }

  test('is asked, with the agent’s name, and only a yes gives the agent to listen to', () => {
    const { links } = service();
    links.open('earshot://listen/20001');
    expect(links.shown()).toEqual({ kind: 'listen', agent: { workNo: '20001', name: 'Li Wei' } });
    expect(links.takeListen()).toBe('20001');
    expect(links.shown()).toEqual({ kind: 'none' });
    expect(links.takeListen()).toBeNull();
  });

  test('waits for the sign-in, but not for ever', async () => {
    const { links, seen, clock } = service(false);
    links.open('earshot://agent/20001');
    expect(links.shown()).toEqual({ kind: 'none' });
    seen.ready = true;
    expect(links.shown()).toEqual({ kind: 'agent', workNo: '20001' });
    await clock.advance(linkWaits);
    expect(links.shown()).toEqual({ kind: 'none' });
  });

  test('gives way to a newer one, not to a malformed one', () => {
    const { links, seen } = service();
    links.open('earshot://listen/20001');
    links.open('earshot://listen/nobody');
    expect(seen.malformed).toBe(1);
    expect(links.shown()).toMatchObject({ kind: 'listen' });
    links.open('earshot://agent/20002');
    expect(links.shown()).toEqual({ kind: 'agent', workNo: '20002' });
    expect(links.takeListen()).toBeNull();
    links.dismiss();
    expect(links.shown()).toEqual({ kind: 'none' });
  });
});
