import type { Random } from '../random.ts';
import { within } from './chance.ts';
import type { Habits, RequestKind } from './habits.ts';

/** What the habits make of one request and its answer; null: nothing of the kind. */
export interface RequestPlan {
  /** The status of a proxy's page in place of the answer; the request is not carried out. */
  readonly page: number | null;
  /** A refusal in place of being carried out. */
  readonly refusal: string | null;
  /** How long it waits, admitted, before it is carried out. */
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly isAnswerLost: boolean;
  /** How long the old Guids live when the answer brings a new one. */
  readonly oldGuidLivesMs: number | null;
  /** When a proxy gives this poll up, and how. */
  readonly cut: NonNullable<Habits['pollsCut']> | null;
  /** How old the truth is that a query tells. */
  readonly staleMs: number;
  /** What is kept back of the caller's own number. */
  readonly blind: NonNullable<Habits['queriesBlind']>['how'] | null;
}

/** Nothing out of the ordinary. */
export const plainPlan: RequestPlan = {
  page: null,
  refusal: null,
  beforeMs: 0,
  afterMs: 0,
  isAnswerLost: false,
  oldGuidLivesMs: null,
  cut: null,
  staleMs: 0,
  blind: null,
};

/** What a request is to the habits. */
export type PlannedRequest = 'poll' | 'query' | 'command';

const usualPages = [{ status: 502 }, { status: 503 }] as const;
/** An agent is being switched to another server (protocol.md 6): the one refusal that says nothing of the caller. */
const usualRefusal = '000-004';

/** Draws what the habits make of one request. */
export function drawPlan(request: PlannedRequest, habits: Habits, random: Random): RequestPlan {
  const { pages, answersLate, answersLost, guidRenewed, queriesBlind, queriesStale, queriesFail, pollsCut } = habits;
  const happens = (habit: { readonly share: number } | undefined): boolean => habit !== undefined && random.fraction() < habit.share;
  const isQuery = request === 'query';
  const late = answersLate !== undefined && isOf(request, answersLate.of) && happens(answersLate) ? within(random, answersLate) : 0;
  const isBefore = answersLate?.when === 'beforeHandling' || (answersLate?.when === 'either' && random.fraction() < 0.5);
  return {
    page: happens(pages) ? (pages?.status ?? random.pick(usualPages).status) : null,
    refusal: isQuery && happens(queriesFail) ? (queriesFail?.retcode ?? usualRefusal) : null,
    beforeMs: isBefore ? late : 0,
    afterMs: isBefore ? 0 : late,
    isAnswerLost: answersLost !== undefined && isOf(request, answersLost.of) && happens(answersLost),
    oldGuidLivesMs: guidRenewed !== undefined && happens(guidRenewed) ? guidRenewed.oldLivesMs : null,
    cut: request === 'poll' ? (pollsCut ?? null) : null,
    staleMs: isQuery && queriesStale !== undefined && happens(queriesStale) ? random.fraction() * queriesStale.upToMs : 0,
    blind: isQuery ? (queriesBlind?.how ?? null) : null,
  };
}

function isOf(request: PlannedRequest, kind: RequestKind): boolean {
  switch (kind) {
    case 'all':
      return request !== 'poll';
    case 'commands':
      return request === 'command';
    case 'queries':
      return request === 'query';
  }
}
