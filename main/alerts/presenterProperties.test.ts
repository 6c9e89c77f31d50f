import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surfaceNames } from '../../contract/alerts.ts';
import type { AlertState } from './activeAlert.ts';
import { settled, stage, type Answer } from '../../test/support/presenterStage.ts';
import { follows, listens, phones, sessions, settingsTable } from '../../test/support/alertStates.ts';

const answer = fc.oneof(
  fc.constant<Answer>({ kind: 'shown' }),
  fc.constant<Answer>({ kind: 'notShown', why: 'unconfirmed' }),
  fc.constant<Answer>({ kind: 'notSupported' }),
  fc.constant<Answer>('never'),
  fc.constant<Answer>('throws'),
  fc.nat(3_000).map((after): Answer => ({ after, shown: { kind: 'shown' } })),
);

const happening = fc.oneof(
  fc.record({
    kind: fc.constant('state' as const),
    state: fc.record({
      session: fc.constantFrom(...sessions),
      listen: fc.constantFrom(...listens),
      phone: fc.tuple(fc.constantFrom(...phones), fc.nat(5)).map(([phone, since]) => (phone.kind === 'none' ? phone : { ...phone, since })),
      follow: fc.constantFrom(...follows),
      missed: fc.nat(3),
      testing: fc.option(fc.record({ surface: fc.constantFrom(...surfaceNames), since: fc.nat(3) })),
    }),
  }),
  fc.record({ kind: fc.constant('time' as const), milliseconds: fc.nat(2_000) }),
  fc.record({ kind: fc.constant('report' as const), id: fc.nat(30), surface: fc.constantFrom(...surfaceNames) }),
);

const calmState = { phone: { kind: 'none' }, follow: { kind: 'off' }, testing: null } satisfies Partial<AlertState>;

test('whatever happens in whatever order: at most one alert is shown, and after the end nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        answers: fc.record(Object.fromEntries(surfaceNames.map((name) => [name, answer]))),
        inPage: fc.boolean(),
        settings: fc.constantFrom(...settingsTable),
        quiet: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      }),
      fc.array(happening, { maxLength: 25 }),
      async (options, happenings) => {
        const { presenter, show, clock, asked, alerting, present } = stage(options);
        for (const one of happenings) {
          if (one.kind === 'state') show(one.state);
          else if (one.kind === 'time') clock.jump(one.milliseconds);
          else presenter.report(String(one.id), one.surface, { kind: 'shown' });
          await settled();
          const page = presenter.pageAlert();
          const parts = [present('toast'), present('sound'), present('window'), page?.toast, page?.sound];
          const ids = new Set(
            parts.flatMap((part) => (part !== null && typeof part === 'object' && 'ringId' in part ? [part.ringId] : [])),
          );
          expect(ids.size).toBeLessThanOrEqual(1);
        }
        show(calmState);
        expect(alerting()).toEqual([]);
        expect(presenter.pageAlert()).toBeNull();
        const then = asked.length;
        clock.jump(60_000);
        await settled();
        expect(asked.length).toBe(then);
        expect(presenter.times().length).toBeLessThanOrEqual(20);
      },
    ),
    { numRuns: 200 },
  );
});
