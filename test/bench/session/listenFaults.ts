import type { Misbehaviour, PhoneBehaviour, RequestMatch } from '../../../simulator/index.ts';
import type { FaultsChange } from '../../../simulator/index.ts';

/** What goes wrong in one listen, and what the people do; drawn again for each. */
export interface ListenPlan {
  readonly phone: PhoneBehaviour;
  readonly answers: readonly { readonly match: RequestMatch; readonly what: Misbehaviour }[];
  /** The network, from so many milliseconds after the click, for so long. */
  readonly network: { readonly after: number; readonly lasts: number; readonly set: FaultsChange } | null;
  readonly clicks: 1 | 2;
  readonly act: { readonly after: number; readonly what: 'stop' | 'hangUp' | 'callEnds' } | null;
}

type Answers = ListenPlan['answers'];
type Network = NonNullable<ListenPlan['network']>;
type Random = () => number;

function oneOf<Value>(random: Random, values: readonly [Value, ...Value[]]): Value {
  return values[Math.floor(random() * values.length)] ?? values[0];
}

/** What can go wrong with one answer of an interface. */
export function wrongAnswer(random: Random, interfaceName: string): Answers[number] {
  return {
    match: { interface: interfaceName },
    what: oneOf<Misbehaviour>(random, [
      { kind: 'cutAnswer' },
      { kind: 'truncatedJson' },
      { kind: 'closeSocket', when: 'beforeHandling' },
      { kind: 'closeSocket', when: 'afterHandling' },
      { kind: 'delay', ms: 12_000, when: 'beforeHandling' },
      { kind: 'delay', ms: 12_000, when: 'afterHandling' },
      { kind: 'delay', ms: 2_000, when: 'afterHandling' },
      { kind: 'html' },
      { kind: 'retcode', retcode: '000-004' },
      { kind: 'retcode', retcode: '200-003' },
    ]),
  };
}

/** A bad while of the network. */
export function badNetwork(random: Random): Network {
  const upTo = (most: number): number => Math.floor(random() * most);
  return {
    after: upTo(4_000),
    lasts: 500 + upTo(20_000),
    set: oneOf<FaultsChange>(random, [
      { latencyMs: 50 + upTo(2_000), jitterMs: upTo(1_000) },
      { link: 'lost' },
      { halfOpen: 'server' },
      { refuse: true },
      { toClient: { cutAfterBytes: upTo(2_000) } },
      { toServer: { cutAfterBytes: upTo(2_000) } },
      { slowDrip: { bytes: 20, everyMs: 50 } },
    ]),
  };
}

export function drawPlan(random: Random): ListenPlan {
  const upTo = (most: number): number => Math.floor(random() * most);
  const wrong = (interfaceName: string): Answers[number] => wrongAnswer(random, interfaceName);
  const lossOfEvents = { match: { interface: 'getAgentEvent' }, what: { kind: 'cutAnswer' } } as const;
  return {
    phone: oneOf<PhoneBehaviour>(random, [
      { kind: 'picksUp', afterMs: 500 + upTo(4_000) },
      { kind: 'picksUp', afterMs: 500 + upTo(4_000) },
      { kind: 'picksUp', afterMs: 0 },
      { kind: 'neverAnswers' },
      { kind: 'declines', afterMs: 500 + upTo(4_000) },
      { kind: 'longCall' },
      { kind: 'busy' },
      { kind: 'unplugged' },
    ]),
    answers: [
      ...(random() < 0.4 ? [wrong('addSupervise')] : []),
      ...(random() < 0.3 ? [wrong('stopSuperviseOrInsert')] : []),
      ...(random() < 0.3 ? [lossOfEvents] : []),
      ...(random() < 0.2 ? [lossOfEvents, lossOfEvents] : []),
      ...(random() < 0.2 ? [wrong('getAgentStatus')] : []),
    ],
    network: random() < 0.5 ? null : badNetwork(random),
    clicks: random() < 0.2 ? 2 : 1,
    act: random() < 0.3 ? null : { after: upTo(12_000), what: oneOf(random, ['stop', 'stop', 'hangUp', 'callEnds'] as const) },
  };
}
