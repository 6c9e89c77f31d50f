import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StandingWait } from '../../contract/standing.ts';
import { isUnderWay, listenOutcomes, type Listen, type ListenedAgent } from '../../contract/state.ts';
import { advanceFollow, shownFollow, type FollowInput, type FollowState } from '../../main/alerts/follow.ts';

/** Everybody on the list, in the order in which they are chosen. */
const everybody = ['1', '2', '3', '4'];

/**
 * What may happen around a standing listen. `look` shows who is on the phone: each entry begins or ends a call, or signs in or out. Of two
 * calls between two looks nobody can tell that they were not one.
 */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('look' as const),
      changes: fc.uniqueArray(
        fc.record({ who: fc.constantFrom(...everybody), what: fc.constantFrom('call' as const, 'presence' as const) }),
        { maxLength: 4, selector: ({ who }) => who },
      ),
      mode: fc.constantFrom('ask' as const, 'listen' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unseen' as const),
      changes: fc.uniqueArray(fc.constantFrom(...everybody), { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('obstacle' as const),
      obstacle: fc.constantFrom('notIdle' as const, 'connection' as const, 'notSeen' as const, 'refused' as const, null),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom({ kind: 'accepted' as const }, { kind: 'skipped' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('held' as const), held: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constantFrom(...everybody, '9').map((who) => ({ kind: 'chosen' as const, who })) },
  { weight: 3, arbitrary: fc.constantFrom('listening' as const, ...listenOutcomes).map((to) => ({ kind: 'listen' as const, to })) },
);

const paused: ReadonlySet<StandingWait> = new Set([
  'listen',
  'window',
  'notIdle',
  'connection',
  'notSeen',
  'byHand',
  'refused',
  'notPickedUp',
]);

test('whatever happens: no call is asked about or listened to twice, none that began unseen, none during a pause or a listen, and always the first in order', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      let state: FollowState = { kind: 'off' };
      let listen: Listen = { kind: 'idle' };
      /** Of each agent: which of their calls goes on, null: none; and whether they are signed in. */
      const calls = new Map<string, number | null>(everybody.map((who) => [who, null]));
      const away = new Set<string>();
      let lastCall = 0;
      /** Calls that Earshot saw begin, as it waited or asked, in the look that showed it. */
      const seenToBegin = new Set<number>();
      let atLastLook: ReadonlyMap<string, number | null> = new Map();
      const asked = new Set<number>();
      const listened = new Set<number>();
      let question: number | null = null;

      const isAskedFor = (): boolean => state.kind === 'standing' && state.step.kind === 'calling';

      const give = (input: FollowInput, begunNow: readonly string[] = []): void => {
        const before = shownFollow(state);
        const lastAnswered = question;
        const step = advanceFollow(state, input, 0);
        state = step.state;
        const after = shownFollow(state);
        if (after.kind === 'asking') {
          const call = calls.get(after.agent.workNo) ?? null;
          expect(call === null ? false : seenToBegin.has(call)).toBe(true);
          expect(isUnderWay(listen)).toBe(false);
          if (call !== question && call !== null) {
            expect(asked.has(call)).toBe(false);
            asked.add(call);
          }
          question = call;
          if (input.kind === 'skipped') expect(call).not.toBe(lastAnswered);
        } else question = null;
        // Nothing was chosen yet: what is chosen now is the first of those that began in this look.
        if (before.kind === 'standing' && begunNow.length > 0 && (after.kind === 'asking' || after.kind === 'calling')) {
          expect(after.agent.workNo).toBe(begunNow[0]);
        }
        for (const effect of step.effects) {
          if (effect.kind !== 'listen') continue;
          const call = calls.get(effect.agent.workNo) ?? null;
          expect(call).not.toBeNull();
          if (call === null) continue;
          expect(listened.has(call)).toBe(false);
          expect(seenToBegin.has(call)).toBe(true);
          expect(isUnderWay(listen)).toBe(false);
          if (before.kind === 'standing') expect(paused.has(before.standing.waits)).toBe(false);
          listened.add(call);
          listen = { kind: 'requesting', agent: effect.agent, since: 0 };
          give({ kind: 'listen', listen });
        }
      };

      const change = (who: string, what: 'call' | 'presence'): void => {
        if (what === 'presence') {
          if (away.has(who)) away.delete(who);
          else away.add(who);
          return;
        }
        lastCall += 1;
        calls.set(who, (calls.get(who) ?? null) === null ? lastCall : null);
      };

      const look = (mode: 'ask' | 'listen', unseen: boolean): void => {
        const here = everybody.filter((who) => !away.has(who));
        const shown = shownFollow(state);
        const taken = !isUnderWay(listen) && (shown.kind === 'asking' || (shown.kind === 'standing' && !paused.has(shown.standing.waits)));
        const begun = here.filter((who) => !unseen && atLastLook.get(who) === null && (calls.get(who) ?? null) !== null);
        if (taken) for (const who of begun) seenToBegin.add(calls.get(who) ?? 0);
        atLastLook = new Map(here.map((who) => [who, calls.get(who) ?? null]));
        const agents = here.map((workNo) => ({
          workNo,
          name: '',
          phase: (calls.get(workNo) ?? null) === null ? null : ('talking' as const),
          unseen,
        }));
        give({ kind: 'looked', look: agents, mode }, taken ? begun : []);
      };

      give({
        kind: 'standing',
        plan: { targets: [{ kind: 'group', group: 'Sales' }], time: { kind: 'hours', hours: 1 }, listens: null },
      });
      for (const each of happenings) {
        switch (each.kind) {
          case 'look':
            for (const { who, what } of each.changes) change(who, what);
            look(each.mode, false);
            break;
          case 'unseen':
            for (const who of each.changes) change(who, 'call');
            look('listen', true);
            break;
          case 'obstacle':
            if (each.obstacle === 'connection' || each.obstacle === 'notSeen') atLastLook = new Map();
            // Earshot itself refused what was asked for: there never was a listen.
            if (each.obstacle === 'refused' && isAskedFor()) listen = { kind: 'idle' };
            give(each.obstacle === null ? { kind: 'noObstacle' } : { kind: 'obstacle', obstacle: each.obstacle });
            break;
          case 'accepted':
          case 'skipped':
            give({ kind: each.kind });
            break;
          case 'held':
            give({ kind: 'held', held: each.held });
            break;
          case 'chosen':
            if (isUnderWay(listen)) break;
            listen = { kind: 'requesting', agent: { workNo: each.who, name: '' }, since: 0 };
            give({ kind: 'listen', listen });
            break;
          case 'listen': {
            if (!isUnderWay(listen)) break;
            const agent: ListenedAgent = listen.agent;
            listen =
              each.to === 'listening'
                ? { kind: 'listening', agent, since: 0, problem: null }
                : { kind: 'ended', agent, since: 0, outcome: each.to, problem: null, heardFor: null };
            give({ kind: 'listen', listen });
          }
        }
        expect(shownFollow(state).kind).not.toBe('off');
      }
    }),
    { numRuns: 1_000 },
  );
});
