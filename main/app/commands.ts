import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import { withAdministered } from '../session/administeredGateway.ts';
import type { Alerts } from '../alerts/alerts.ts';
import { done, followNotAllowed, listenNotAllowed, notSignedIn, refuse, unexpected } from '../results/commandAnswers.ts';
import { failureProblem } from '../gateway/problem.ts';
import { phonePickup } from '../gateway/voicecall.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { InspectorCommand } from './inspector.ts';
import type { ForceRoom } from '../inspection/forceRoom.ts';
import type { ModeRoom } from '../inspection/modeRoom.ts';
import { createInspectionCommands } from './inspectionCommands.ts';
import type { LinksRoom } from '../links/links.ts';
import type { ListenRoom } from '../listen/listen.ts';
import { faultPlace } from '../log/faults.ts';
import type { TypedSecrets } from '../log/typedSecrets.ts';
import type { NotesRoom } from '../notes/room.ts';
import type { Notices } from '../notices/notices.ts';
import type { Records } from './records.ts';
import type { RosterRoom } from '../roster/roster.ts';
import type { RulesRoom } from '../rules/room.ts';
import type { SessionRoom } from '../session/session.ts';
import type { Kept } from '../settings/kept.ts';
import type { SettingsRoom } from '../settings/settings.ts';
import type { StatisticsRoom } from '../statistics/room.ts';
import type { TrustRoom } from '../trust/trust.ts';
import type { WorklistRoom } from '../worklist/room.ts';

/** The rooms that commands act on. */
export interface CommandParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: Kept;
  readonly settings: SettingsRoom;
  readonly secrets: TypedSecrets;
  readonly trust: TrustRoom;
  readonly notices: Notices;
  readonly session: SessionRoom;
  readonly listen: ListenRoom;
  readonly modes: ModeRoom;
  readonly forces: ForceRoom;
  readonly roster: RosterRoom;
  readonly alerts: Alerts;
  readonly records: Records;
  readonly notes: NotesRoom;
  readonly worklist: WorklistRoom;
  readonly statistics: StatisticsRoom;
  readonly rules: RulesRoom;
  readonly links: LinksRoom;
  onChange(): void;
}

/** What the inspector asks for, and what the alerts ask for in the inspector's name. */
export interface Commands {
  /** Carries out a command whose payload was parsed; never rejects. */
  run<Name extends InspectorCommand>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer>;
  startListen(workNo: string): CommandAnswer;
  answerPhone(): Promise<CommandAnswer>;
  /** Stops a listen and signs out; settles within four seconds whatever gateway and disk do. */
  leave(why: 'wished' | 'leaving'): Promise<void>;
}

/** Milliseconds for the last entry of the audit trail to reach the disk. */
const diskWithin = 1_000;

/** Sign-out at the gateway may take this long; then Earshot leaves all the same. */
const leaveWithin = 3_000;

export function createCommands(parts: CommandParts): Commands {
  const {
    clock,
    log,
    kept,
    settings,
    secrets,
    trust,
    notices,
    session,
    listen,
    alerts,
    records,
    notes,
    worklist,
    statistics,
    rules,
    links,
  } = parts;
  const inspection = createInspectionCommands(parts);

  async function goIdle(): Promise<CommandAnswer> {
    const live = session.live();
    return live === null ? refuse(notSignedIn) : live.goIdle();
  }

  function startListen(workNo: string): CommandAnswer {
    return inspection.inspect({ workNo, mode: 'listen', withoutCall: false });
  }

  /** What is answered where the administrator does not allow it; null: it is allowed. */
  function followForbidden(): CommandAnswer | null {
    const { followAllowed, listenAllowed } = settings.get();
    if (!followAllowed) return refuse(followNotAllowed);
    // Its end would be a listen.
    return listenAllowed ? null : refuse(listenNotAllowed);
  }

  function followAgent(input: CommandInput<'followAgent'>): CommandAnswer | Promise<CommandAnswer> {
    return followForbidden() ?? alerts.answers.followAgent(input);
  }

  function standingListen(input: CommandInput<'standingListen'>): CommandAnswer | Promise<CommandAnswer> {
    return followForbidden() ?? alerts.answers.standingListen(input);
  }

  async function answerPhone(): Promise<CommandAnswer> {
    const live = session.live();
    if (live === null) return refuse(notSignedIn);
    const reply = await phonePickup(live.link);
    return reply.ok ? done : refuse(failureProblem(reply.failure));
  }

  async function written(): Promise<void> {
    await Promise.all([records.audit.settled(), notes.settled(), worklist.settled()]);
  }

  async function leave(why: 'wished' | 'leaving'): Promise<void> {
    const until = clock.now() + leaveWithin;
    await listen.close(leaveWithin / 2);
    await session.signOut(Math.max(until - clock.now(), leaveWithin / 3), why);
    // A disk that does not answer keeps nobody from leaving.
    if (why === 'leaving') await Promise.race([written(), new Promise<void>((resolve) => clock.after(diskWithin, resolve))]);
  }

  const answers: { [Name in InspectorCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer> } = {
    signIn: (input) => {
      secrets.typed(input);
      return session.signIn(withAdministered(input, settings.get()));
    },
    trustCertificate: ({ fingerprint }) => session.trustCertificate(fingerprint),
    forgetCertificate: ({ gateway, fingerprint }) => trust.forget(gateway, fingerprint),
    replaceCertificate: ({ gateway, fingerprint, keepOthers }) => trust.replace(gateway, fingerprint, keepOthers),
    takeOver: () => session.takeOver(),
    cancelSignIn: () => session.cancel(),
    signOut: async () => {
      await leave('wished');
      return done;
    },
    tryNow: () => session.tryNow(),
    listen: ({ workNo }) => startListen(workNo),
    ...inspection,
    stopListening: () => {
      listen.stop();
      return done;
    },
    tellHearing: ({ hears }) => {
      listen.hearing(hears);
      return done;
    },
    dismissListen: () => {
      listen.dismiss();
      return done;
    },
    goIdle,
    listenLinked: () => {
      const workNo = links.takeListen();
      return workNo === null ? done : startListen(workNo);
    },
    dismissLink: () => {
      links.dismiss();
      return done;
    },
    ...alerts.answers,
    ...records.audit.answers,
    ...notes.answers,
    ...worklist.answers,
    ...statistics.answers,
    ...rules.answers,
    ...records.diagnostics.answers,
    saveSupportFile: () => records.saveSupportFile(),
    followAgent,
    standingListen,
    keepRosterView: ({ view }) => {
      kept.change({ rosterView: view });
      return done;
    },
    changeSettings: ({ settings: choices }) => settings.change(choices),
    dismissNotice: ({ id }) => {
      notices.dismiss(id);
      parts.onChange();
      return done;
    },
  };

  return {
    run: async (name, input) => {
      log.info('command', { name });
      try {
        return await answers[name](input);
      } catch (error) {
        log.error('command failed', { name, place: faultPlace(error) });
        return refuse(unexpected);
      }
    },
    startListen,
    answerPhone,
    leave,
  };
}
