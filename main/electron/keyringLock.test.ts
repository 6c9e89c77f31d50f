import { describe, expect, it } from 'vitest';
import { lookAtKeyring, type Keyring } from './keyringLock.ts';
import type { BusQuestion } from './surfaces/desktopBus.ts';
import { silentLog } from '../../test/support/silentLog.ts';

/** A bus on which the default collection answers `collection` and the service is there or not. */
function bus(collection: boolean | null, service: boolean | null) {
  const answers = { collection, service };
  const ask = ({ service: asked }: BusQuestion): Promise<boolean | null> =>
    Promise.resolve(asked === 'org.freedesktop.secrets' ? answers.collection : answers.service);
  return { answers, look: (): Promise<Keyring> => lookAtKeyring('linux', silentLog, ask) };
}

describe('the keyring', () => {
  it.each([
    ['unlocked', false, true, false],
    ['locked', true, true, true],
    ['without a collection, which somebody would have to make', null, true, true],
    ['not there', null, false, false],
    ['out of reach, as there is no bus', null, null, false],
  ])('%s', async (_name, collection, service, locked) => {
    expect((await bus(collection, service).look()).locked()).toBe(locked);
  });

  it('that is unlocked later is noticed, and then stays so', async () => {
    const { answers, look } = bus(true, true);
    const keyring = await look();
    answers.collection = false;
    expect(keyring.locked()).toBe(true);
    await expect.poll(() => keyring.locked()).toBe(false);
    answers.collection = true;
    expect(keyring.locked()).toBe(false);
  });
});
