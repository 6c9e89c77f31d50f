import type { GatewayEvent } from '../../gateway/agentevent.ts';
import { mayHaveHappened, type Failure } from '../../gateway/failure.ts';
import type { GatewayLink, GuidKeeper } from '../../gateway/link.ts';
import { faultPlace } from '../../log/faults.ts';
import { backOff } from '../contact/backOff.ts';
import { createClockJumpWatch } from '../contact/clockJump.ts';
import { createUncertainGuid } from '../guid/uncertainGuid.ts';
import { createHoldNews, type HoldNewsOptions } from './holdNews.ts';
import { createOnePoll } from './onePoll.ts';
import { createPause } from '../contact/pause.ts';
import { createPollPace } from './pollPace.ts';
import type { PollTimings } from './pollTimings.ts';
import { createRegaining, type RegainOptions } from '../contact/regainContact.ts';
import { isSessionOver, noRightsAfter, saysTooOften, verdictOf } from '../contact/failureVerdict.ts';

export interface PollOptions
  extends Omit<RegainOptions, 'timings' | 'pause' | 'jump'>, Pick<HoldNewsOptions, 'onShortPolling' | 'onPollsCut'> {
  readonly link: GatewayLink;
  /** Never stands still or runs backwards; its zero means nothing. */
  readonly monotonic: () => number;
  readonly timings: PollTimings;
  readonly guid: GuidKeeper;
  /** Calls back while an answer is not heard that may bring a new Guid. */
  onUnheard(listener: () => void): void;
  onEvent(event: GatewayEvent): void;
  /** The poll was answered. */
  onContact(): void;
  /** When the gateway last answered something other than a poll; -Infinity: never. */
  heardAt(): number;
  /** The gateway only holds the poll: it answered something else meanwhile, at that time. */
  onHeld(at: number): void;
  /** The gateway answered with a refusal; the poll goes on. */
  onRefused(failure: Failure): void;
  /** A poll was answered after a gap (a jump of time, a loss) of which nothing was asked yet: what happened meanwhile must be. */
  onGap(): void;
  /** Contact is back, by an answer about the own state; the rest must be asked for. `failedAlone`: how many polls in a row failed while the link was there. */
  onRegained(failedAlone: number): void;
  /** The session is over at the gateway; the poll has ended. */
  onOver(failure: Failure): void;
}

export interface Poll {
  /** Asks at once when it is only pausing. */
  hurry(): void;
  /** Asks at once, giving up what is out: for when its connection may be dead (sleep, another network). */
  restart(): void;
  stop(): void;
}

/** A busy gateway is left alone for as long as it asks, but not so long that the session dies of it. */
const longestRespect = 60_000;

/** With its answer given up, a renewal would cost the very Guid that it asks for: it is waited for as long as the old one may live (ms). */
const renewalDeadline = 30_000;

/** Polls for events until stopped or over: one request in flight, ever; never gives up on a lost link. */
export function startPoll(options: PollOptions): Poll {
  const { link, clock, random, timings, log } = options;
  const hold = createHoldNews(options);
  const jump = createClockJumpWatch(clock.now, options.monotonic);
  const pause = createPause(clock);
  const pace = createPollPace(timings, options.monotonic);
  const regaining = createRegaining({ ...options, pause, jump });
  const uncertainGuid = createUncertainGuid({ link, clock, deadline: renewalDeadline, guid: options.guid });
  options.onUnheard(uncertainGuid.unheard);
  const onePoll = createOnePoll({
    link,
    clock,
    timings,
    hold,
    jump,
    heardAt: options.heardAt,
    probe: options.probe,
    onHeld: (at, atOnce) => {
      if (atOnce && gapOpen) regained();
      else options.onHeld(at);
    },
  });
  let stopped = false;
  let noRights = 0;
  let failedPolls = 0;
  /** Of these, the ones that failed while the link was there. */
  let failedAlone = 0;
  /** Events may have been lost, and nobody has asked yet. */
  let gapOpen = false;
  /** The last poll may have failed by itself: with the next one something is asked at once, as a held poll would not tell for long. */
  let again = false;

  // Read through a function: the flag changes during an await, which control-flow narrowing does not see.
  const isStopped = (): boolean => stopped;

  function end(failure: Failure): void {
    stopped = true;
    uncertainGuid.stop();
    options.onOver(failure);
  }

  async function poll(): Promise<void> {
    const atOnce = again;
    again = false;
    const outcome = await onePoll.run(atOnce);
    if (isStopped()) return;
    switch (outcome.kind) {
      case 'answered':
        await take(outcome.event, outcome.took, outcome.jumped);
        return;
      case 'endedInTime':
        options.onContact();
        uncertainGuid.pollEnded();
        return;
      case 'failed':
        await recover(outcome.failure, outcome.alone, outcome.jumped);
        return;
    }
  }

  async function take(event: GatewayEvent | null, took: number, jumped: boolean): Promise<void> {
    noRights = 0;
    failedPolls = 0;
    failedAlone = 0;
    if (event === null && !jumped) hold.emptyAfter(took);
    options.onContact();
    if (jumped || gapOpen) options.onGap();
    gapOpen = false;
    void uncertainGuid.settle();
    if (event !== null) options.onEvent(event);
    await gap(pace.gap(event === null ? 'nothing' : 'event', took));
  }

  async function gap(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return;
    await pause.wait(milliseconds);
    if (isStopped() || !jump.jumped(milliseconds)) return;
    log.info('the clock jumped');
    options.renewConnections();
    await regain(null, false);
  }

  /** `alone`: as far as is known the poll failed alone, and the gateway answers all else. */
  async function recover(failure: Failure, alone: boolean, jumped: boolean): Promise<void> {
    if (failure.kind === 'aborted') {
      await regain(null, false);
      return;
    }
    failedPolls += 1;
    if (alone) failedAlone += 1;
    noRights = noRightsAfter(failure, noRights);
    if (isSessionOver(failure, noRights)) {
      end(failure);
      return;
    }
    if (jumped) options.renewConnections();
    if (verdictOf(failure) === 'lost') {
      await regain(failure, alone && failure.kind === 'timeout');
      return;
    }
    options.onRefused(failure);
    if (saysTooOften(failure)) pace.tooOften();
    const respect = failure.kind === 'invalidResponse' ? Math.min(failure.retryAfter ?? 0, longestRespect) : 0;
    await gap(Math.max(backOff(failedPolls, timings, random), respect));
  }

  /** `heldOn`: the poll was out to the end of its time. */
  async function regain(lost: Failure | null, heldOn: boolean): Promise<void> {
    gapOpen = true;
    if (lost === null || mayHaveHappened(lost)) uncertainGuid.raise();
    const came = await regaining.run(lost, failedPolls);
    switch (came.kind) {
      case 'regained':
        // The link was there all the time: the gateway may hold for longer than the poll waited.
        if (heldOn && came.tries === 1) hold.heldTooLong();
        if (came.tries > 1) failedAlone = 0;
        regained();
        return;
      case 'again':
        again = true;
        return;
      case 'over':
        end(came.failure);
        return;
      case 'there':
        options.onRefused(came.failure);
        return;
      case 'stopped':
        return;
    }
  }

  function regained(): void {
    gapOpen = false;
    options.onRegained(failedAlone);
    void uncertainGuid.settle();
  }

  async function run(): Promise<void> {
    while (!isStopped()) await poll();
  }

  run().catch((error: unknown) => {
    log.error('event poll broke', { place: faultPlace(error) });
    if (!isStopped()) end({ kind: 'aborted' });
  });

  return {
    hurry: pause.end,
    restart: () => {
      onePoll.giveUp();
      regaining.restart();
      pause.end();
    },
    stop: () => {
      stopped = true;
      onePoll.giveUp();
      regaining.stop();
      uncertainGuid.stop();
      pause.end();
    },
  };
}
