import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RosterMessage } from '../../contract/roster.ts';
import type { Listen } from '../../contract/state.ts';
import { createGatewayDate } from '../../main/gateway/gatewayDate.ts';
import { checkTrail } from '../../main/audit/check.ts';
import { createAudit } from '../../main/audit/audit.ts';
import type { GatewayLink } from '../../main/gateway/link.ts';
import { createRoster } from '../../main/roster/roster.ts';
import { connectionOf } from '../../main/session/contact/connectionHealth.ts';
import { createSessionSaver, openSavedSession } from '../../main/session/afterRestart/savedSession.ts';
import { openPersisted } from '../../main/store/persisted.ts';
import { agentFilter } from '../../renderer/model/agents/filter.ts';
import { freshRosterView } from '../../contract/rosterView.ts';
import { createHandClock, type HandClock } from '../support/handClock.ts';
import { readableBox } from '../support/readableBox.ts';
import { rememberingLog, silentLog } from '../support/silentLog.ts';
import { filesIn, memoryFiles, trailOf } from '../support/trails.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 28, 12);

/** Time that passes, and what somebody does to the date at its end. */
interface Turn {
  readonly passes: number;
  readonly set: number;
}

const turns = fc.array(
  fc.record({
    passes: fc.integer({ min: 1, max: 20_000 }),
    set: fc.constantFrom(0, 0, -365 * day, -hour, hour, 365 * day),
  }),
  { minLength: 1, maxLength: 12 },
);

async function goThrough(clock: HandClock, list: readonly Turn[], after: (turn: number) => void = () => undefined): Promise<void> {
  for (const [nth, { passes, set }] of list.entries()) {
    await clock.advance(passes);
    clock.setDate(set);
    after(nth);
  }
}

const withoutSetting = (list: readonly Turn[]): readonly Turn[] => list.map((turn) => ({ ...turn, set: 0 }));

describe('a date that is set to and fro, by an hour or a year, at any moment,', () => {
  /** All that a page is sent of agents who change their states every few seconds, and how many have been in theirs for half a minute. */
  async function rosterOf(list: readonly Turn[]): Promise<unknown> {
    const clock = createHandClock(start);
    const agents = ['20001', '20002', '20003'];
    const link: GatewayLink = {
      agentId: '291',
      send: ({ name }) => {
        const spell = Math.floor((clock.now() - start) / 7_000);
        const result = agents.map((workno, nth) => ({ workno, name: workno, status: 1 + ((spell * (nth + 1)) % 5) }));
        if (name === 'queryAgentInfoByWorkNo') {
          const about = { workno: '20001', status: 1 + (spell % 5), currentstatetime: 1, logindate: start - 2 * day };
          return Promise.resolve({ ok: true, value: { retcode: '0', result: about, event: undefined } });
        }
        return Promise.resolve(
          name === 'onlineagentonvdn' || name === 'allagentstatus'
            ? { ok: true, value: { retcode: '0', result, event: undefined } }
            : { ok: false, failure: { kind: 'refused', retcode: '300-001' } },
        );
      },
    };
    const roster = createRoster({
      clock,
      random: () => 0.5,
      log: silentLog,
      interval: () => 3_000,
      gatewayDate: clock.now,
      onChange: () => undefined,
      onAttention: () => undefined,
      onPoll: () => undefined,
    });
    const sent: (RosterMessage | readonly string[])[] = [];
    const rows = new Map<string, Extract<RosterMessage, { kind: 'snapshot' }>['rows'][number]>();
    const feed = roster.subscribe((message) => {
      sent.push(message);
      if (message.kind === 'details') return;
      for (const row of message.kind === 'snapshot' ? message.rows : message.changed) rows.set(row.workNo, row);
    });
    const { base } = agentFilter({
      filter: { ...freshRosterView.filter, leastMinutes: 0.1 },
      favourites: [],
      matches: () => true,
      now: clock.now,
    });
    roster.start(link);
    feed.watch(true);
    feed.watchAgents({ selected: '20001', inView: agents, favourites: [] });
    await goThrough(clock, list, () => {
      sent.push([...rows.values()].filter(base).map(({ workNo }) => workNo));
    });
    feed.close();
    return sent;
  }

  test('changes nothing of what is shown of agents: no time in state, no history, no filter', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (list) => {
        expect(await rosterOf(list)).toEqual(await rosterOf(withoutSetting(list)));
      }),
      { numRuns: 40 },
    );
  });

  test('makes no contact fresher or staler than it is', async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(11), async (list, heard) => {
        const clock = createHandClock(start);
        let lastContact = clock.now();
        let silence = 0;
        await goThrough(clock, list, (turn) => {
          silence += list[turn]?.passes ?? 0;
          if (turn === heard) {
            lastContact = clock.now();
            silence = 0;
          }
          expect(connectionOf({ kind: 'none' }, lastContact, 15_000, clock.now()).kind).toBe(silence > 15_000 ? 'stale' : 'live');
        });
      }),
    );
  });

  test('leaves every entry of a listen true: how long it was heard, and no end before its beginning', async () => {
    await fc.assert(
      fc.asyncProperty(turns, turns, async (calling, hearing) => {
        const clock = createHandClock(start);
        const files = memoryFiles();
        const audit = createAudit({
          files,
          clock,
          log: silentLog,
          known: { read: () => null, keep: () => undefined },
          backlog: { read: () => [], keep: () => undefined },
          onHead: () => undefined,
          onTrailListens: () => undefined,
          onListen: () => undefined,
          retention: () => 1,
          date: () => null,
          exportAllowed: () => false,
          listener: () => ({ inspector: '291', gateway: 'gw:8043' }),
          save: () => Promise.resolve(null),
          onWritable: () => undefined,
          onTampering: () => undefined,
          onChange: () => undefined,
        });
        const agent = { workNo: '20001', name: 'Li Wei' };
        audit.onListen({ kind: 'requesting', agent, since: clock.now() });
        await goThrough(clock, calling);
        const heardAt = clock.now();
        audit.onListen({ kind: 'listening', agent, since: heardAt, problem: null });
        await goThrough(clock, hearing);
        const heardFor = clock.now() - heardAt;
        const over: Listen = { kind: 'ended', agent, since: clock.now(), outcome: 'endedByOtherSide', problem: null, heardFor };
        audit.onListen(over);
        await clock.advance(1_000);
        clock.setDate(-hour);
        audit.onListen({ ...over, outcome: 'hungUp' });
        await audit.settled();
        const { entries, findings } = checkTrail(filesIn(files));
        expect(findings).toEqual([]);
        const [began = 0, ended = 0, corrected = 0] = entries.map(({ time }) => Date.parse(time));
        const passed = (list: readonly Turn[]): number => list.reduce((sum, { passes }) => sum + passes, 0);
        expect(ended - began).toBe(passed(calling) + passed(hearing));
        expect(corrected - ended).toBe(1_000);
        expect(entries[1]).toMatchObject({ kind: 'listenEnded', heardFor: passed(hearing) });
      }),
    );
  });

  test('removes nothing of the trail that is not too old by the gateway’s date as well', async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.boolean(), async (list, signedIn) => {
        const clock = createHandClock(start);
        // A year and more, of which what is older than 100 days may go.
        const year = trailOf(400, 12);
        const files = memoryFiles(year.files);
        clock.setDate(0);
        await clock.advance(400 * day);
        const truth = (): number => start + 400 * day + passed;
        let passed = 0;
        const date = createGatewayDate(clock, () => {
          audit.open();
        });
        const audit = createAudit({
          files,
          clock,
          log: rememberingLog(),
          known: { read: () => null, keep: () => undefined },
          backlog: { read: () => [], keep: () => undefined },
          onHead: () => undefined,
          onTrailListens: () => undefined,
          onListen: () => undefined,
          retention: () => 100,
          date: date.agreed,
          exportAllowed: () => false,
          listener: () => ({ inspector: '291', gateway: 'gw:8043' }),
          save: () => Promise.resolve(null),
          onWritable: () => undefined,
          onTampering: () => undefined,
          onChange: () => undefined,
        });
        audit.open();
        for (const { passes, set } of list) {
          clock.setDate(set);
          if (signedIn) date.heard(new Date(truth()).toUTCString());
          audit.open();
          await audit.settled();
          passed += passes;
          await clock.advance(passes);
        }
        const gone = year.files.map(({ name }) => name).filter((name) => !files.content.has(name));
        if (!signedIn) expect(gone).toEqual([]);
        for (const name of gone) expect(Date.parse(`${name.slice(8, 15)}-01`) + 31 * day).toBeLessThan(truth() - 99 * day);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps no session from being taken up that may still live, and saves it as often as without', async () => {
    await fc.assert(
      fc.asyncProperty(
        turns,
        fc.integer({ min: 0, max: 130_000 }),
        fc.constantFrom(-365 * day, -hour, hour, 365 * day),
        async (list, later, set) => {
          const clock = createHandClock(start);
          const writes: unknown[] = [];
          const persisted = openPersisted({ damaged: false, read: () => ({}), write: (value) => writes.push(value) }, silentLog);
          const upFor = (): number => clock.now() - start + 5_000;
          const saver = createSessionSaver({ agentId: '291', persisted, secretBox: readableBox, clock, upFor, log: silentLog });
          let written = Number.NEGATIVE_INFINITY;
          await goThrough(clock, list, () => {
            saver.contact('gw:8043', 'the-guid', null);
            if (clock.now() - written >= 10_000) written = clock.now();
            expect(upFor() - (persisted.get().savedSession?.lastPollUp ?? 0)).toBe(clock.now() - written);
          });
          clock.setDate(set);
          await clock.advance(later);
          const age = clock.now() - written;
          const opened = openSavedSession(persisted, readableBox, { date: clock.wall(), up: upFor() });
          if (age < 120_000) expect(opened?.age).toBeLessThanOrEqual(age);
          else expect(opened?.age ?? null).toBe(null);
        },
      ),
    );
  });
});
