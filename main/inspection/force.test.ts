import { describe, expect, test } from 'vitest';
import type { AgentState } from '../../contract/agentState.ts';
import type { Force } from '../../contract/forcing.ts';
import { afterAnswered, afterAsked, afterPoll, borneOutSaidFor, borneOutWithin, type Forced } from './force.ts';
import { freshRights, rightsAfter, type Rights, type RightWanted } from './rights.ts';

const agent = { workNo: '20001', name: 'Li Wei' };
const accepted = (force: Force): Forced => afterAnswered(afterAsked([], agent, force, 0), agent.workNo, 0, null, 1_000);
const look = (forced: Forced, state: AgentState | null, now: number): string | undefined => afterPoll(forced, () => state, now)[0]?.outcome;

describe('what an agent was asked to be made to do', () => {
  test.each<[Force, AgentState | null]>([
    [{ what: 'idle' }, 'idle'],
    [{ what: 'busy' }, 'busy'],
    [{ what: 'rest', seconds: 60, reason: 1 }, 'rest'],
    [{ what: 'signOut' }, 'signedOut'],
    [{ what: 'signOut' }, null],
    [{ what: 'dropCall' }, 'wrapUp'],
  ])('%j is borne out by %s', (force, state) => {
    expect(look(accepted(force), state, 1_500)).toBe('borneOut');
  });

  test('is not so before the list says it, however long that takes', () => {
    const forced = accepted({ what: 'busy' });
    expect(look(forced, 'idle', 1_500)).toBe('accepted');
    expect(look(forced, 'unknown', 1_500)).toBe('accepted');
  });

  test('is said not to be so once the list was looked at after a while, with the time of that look', () => {
    const late = afterPoll(accepted({ what: 'busy' }), () => 'idle', 1_000 + borneOutWithin);
    expect(late).toMatchObject([{ outcome: 'notBorneOut', since: 1_000 + borneOutWithin, problem: { code: 'not-borne-out' } }]);
    expect(look(late, 'busy', 60_000)).toBe('borneOut');
  });

  test('is said for a while once the list shows it, and then the list says it', () => {
    const shown = afterPoll(accepted({ what: 'busy' }), () => 'busy', 2_000);
    expect(look(shown, 'busy', 2_000 + borneOutSaidFor - 1)).toBe('borneOut');
    expect(afterPoll(shown, () => 'busy', 2_000 + borneOutSaidFor)).toEqual([]);
  });

  test('whose answer was lost is not known, until the list shows it', () => {
    const unknown = afterAnswered(afterAsked([], agent, { what: 'busy' }, 0), agent.workNo, 0, { kind: 'timeout' }, 1_000);
    expect(unknown[0]?.outcome).toBe('unknown');
    expect(look(unknown, 'busy', 2_000)).toBe('borneOut');
  });

  test('and was refused stays refused, whatever the list says', () => {
    const refused = afterAnswered(afterAsked([], agent, { what: 'idle' }, 0), agent.workNo, 0, { kind: 'refused', retcode: '900-003' }, 1);
    expect(look(refused, 'idle', 2_000)).toBe('refused');
  });
});

describe('a right', () => {
  const noRight = { kind: 'refused', retcode: '900-002' } as const;
  const after = (...tries: readonly (readonly [RightWanted, 'granted' | 'missing' | 'otherwise'])[]): Rights['missing'] =>
    tries.reduce<Rights>((rights, [wanted, came]) => {
      const failure = came === 'granted' ? null : came === 'missing' ? noRight : ({ kind: 'refused', retcode: '900-003' } as const);
      return rightsAfter(rights, wanted, failure);
    }, freshRights).missing;

  test('that is missing is known for the session, apart from the others', () => {
    expect(after([{ of: 'whisper' }, 'missing'])).toMatchObject({ whisper: true, insert: false, call: false, force: false, listen: [] });
  });

  test('is not missing for any other refusal', () => {
    expect(after([{ of: 'whisper' }, 'otherwise'])).toEqual(freshRights.missing);
  });

  test('that was granted before is not missing: the refusal is about that agent', () => {
    expect(after([{ of: 'whisper' }, 'granted'], [{ of: 'whisper' }, 'missing']).whisper).toBe(false);
  });

  test('to listen is missing for the agent who was tried alone: inspectors may not be inspected everywhere', () => {
    expect(after([{ of: 'listen', workNo: '292' }, 'missing']).listen).toEqual(['292']);
  });
});
