import { z } from 'zod';
import type { AgentState } from './agentState.ts';
import { instant } from './instant.ts';
import { listenedAgentSchema } from './listenedAgent.ts';

/** Rules that an inspector or administrator may set. */
export const mostRules = 32;

/** The states that a rule can watch. */
export const ruleStates = ['inCall', 'answering', 'idle', 'wrapUp', 'busy', 'rest', 'preRest', 'study'] as const;

export type RuleState = (typeof ruleStates)[number];

/** What the gateway may call a state that a rule watches. */
export const statesOfRule: Readonly<Record<RuleState, readonly AgentState[]>> = {
  // A call whose finer phase the gateway does not tell apart is one.
  inCall: ['talking', 'occupied'],
  answering: ['answering'],
  idle: ['idle'],
  wrapUp: ['wrapUp'],
  busy: ['busy'],
  rest: ['rest'],
  preRest: ['preRest'],
  study: ['study'],
};

/** Whose state: that of everybody in the list, of the inspector's favourites, or of a group by the name that the list gives it. */
const ofWhomSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('favourites') }),
  z.strictObject({ kind: z.literal('group'), group: z.string().min(1).max(200) }),
]);

export type OfWhom = z.infer<typeof ofWhomSchema>;

const state = z.enum(ruleStates);
const of = ofWhomSchema.default({ kind: 'all' });

/** A skill by its name or number; empty: any. */
const skill = z.string().max(200).default('');

/** What a rule watches, and from where on it is on. */
export const ruleWatchSchema = z.discriminatedUnion('kind', [
  /** An agent is in the state for longer than so many minutes. */
  z.strictObject({ kind: z.literal('timeInState'), state, of, minutes: z.int().min(1).max(600) }),
  /** More, or fewer, agents than this are in the state. */
  z.strictObject({
    kind: z.literal('numberInState'),
    state,
    of,
    bound: z.enum(['moreThan', 'fewerThan']),
    number: z.int().min(0).max(100_000),
  }),
  /** More callers than this wait in the skill's queue. */
  z.strictObject({ kind: z.literal('waiting'), skill, moreThan: z.int().min(0).max(100_000) }),
  /** The first caller of the skill's queue has waited for longer than so many seconds. */
  z.strictObject({ kind: z.literal('longestWait'), skill, seconds: z.int().min(1).max(36_000) }),
]);

export type RuleWatch = z.infer<typeof ruleWatchSchema>;

export const ruleKinds = ['timeInState', 'numberInState', 'waiting', 'longestWait'] as const satisfies readonly RuleWatch['kind'][];

export const ruleColours = ['none', 'red', 'amber', 'green', 'blue', 'violet'] as const;

export type RuleColour = (typeof ruleColours)[number];

/** A personal alert: what it watches, and what it does. What an administrator leaves out has its default. */
export const ruleSchema = z.strictObject({
  /** Empty: it goes by what it watches. */
  name: z.string().max(60).default(''),
  watch: ruleWatchSchema,
  toast: z.boolean().default(true),
  sound: z.boolean().default(false),
  /** What agents, number or queue that it is about carry on the page while it is on. */
  colour: z.enum(ruleColours).default('none'),
  enabled: z.boolean().default(true),
});

export type Rule = z.infer<typeof ruleSchema>;

/** Whether it notifies, so that it is evaluated while the page is hidden, too. */
export function tellsOfItself({ enabled, toast, sound }: Rule): boolean {
  return enabled && (toast || sound);
}

/** What a rule watches. */
export function watchesAgents({ kind }: RuleWatch): boolean {
  switch (kind) {
    case 'timeInState':
    case 'numberInState':
      return true;
    case 'waiting':
    case 'longestWait':
      return false;
  }
}

/** Why a rule cannot be evaluated. */
export const ruleUnknownReasons = [
  'notSignedIn',
  'noContact',
  /** A first answer is awaited. */
  'notLookedYet',
  /** It does no more than colour, and what it colours is not shown. */
  'outOfView',
  'agentsNotHeard',
  'noFavourites',
  /** The gateway names no agent's group. */
  'groupsNotTold',
  /** Nobody of this group was seen in this session: it may be away, or not exist. */
  'groupNotSeen',
  /** Agents whose state or group is not known make the difference. */
  'tooManyUnknown',
  /** The gateway does not tell this inspector of queues. */
  'queuesNotHere',
  'queuesNotHeard',
  'skillUnknown',
  /** The gateway says nothing of what the rule watches in this queue. */
  'figureNotTold',
] as const;

export type RuleUnknownReason = (typeof ruleUnknownReasons)[number];

/** Agents or queues of a rule that is on which travel with the state. */
export const mostNamed = 100;

/** What a rule that is on is about. */
export const ruleAboutSchema = z.discriminatedUnion('kind', [
  /** Of `all`, those who are longest in the state. */
  z.strictObject({ kind: z.literal('agents'), agents: z.array(listenedAgentSchema).max(mostNamed), all: z.int() }),
  /** So many agents are in the state; these are some of them. */
  z.strictObject({ kind: z.literal('number'), number: z.int(), agents: z.array(listenedAgentSchema).max(mostNamed) }),
  z.strictObject({
    kind: z.literal('queues'),
    queues: z
      .array(
        z.strictObject({
          id: z.int(),
          name: z.string().max(200),
          /** Callers, or milliseconds, as the rule watches. */
          figure: z.number(),
        }),
      )
      .max(mostNamed),
    all: z.int(),
  }),
]);

export type RuleAbout = z.infer<typeof ruleAboutSchema>;

/** How a rule stands. `unsure`: agents or queues of which cannot be told whether they belong to it. */
export const ruleStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disabled') }),
  z.strictObject({ kind: z.literal('watching'), unsure: z.int() }),
  z.strictObject({ kind: z.literal('on'), since: instant, about: ruleAboutSchema, unsure: z.int() }),
  /** `wasOn`: it was on when it could be evaluated last. */
  z.strictObject({ kind: z.literal('notKnown'), why: z.enum(ruleUnknownReasons), wasOn: z.boolean() }),
]);

export type RuleStatus = z.infer<typeof ruleStatusSchema>;

/** One for each rule of the settings, in their order. */
export const shownRulesSchema = z.array(ruleStatusSchema).max(mostRules).readonly();

export type ShownRules = z.infer<typeof shownRulesSchema>;
