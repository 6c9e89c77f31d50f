import { agentStates, type AgentState } from '../../../contract/agentState.ts';
import { sinceKinds, type RosterRow } from '../../../contract/roster.ts';

const given = ['Wang', 'Li', 'Zhang', 'Anna', 'María', 'Chen', 'Fatima', 'John', 'Olga', 'Kenji', 'Lucía', 'Noor'];
const family = ['Fang', 'Wei', 'Okafor', 'Müller', 'García', 'Na', 'Haddad', 'Smith', 'Petrova', 'Tanaka', 'Xiu Ying'];
const groups = ['Sales north', 'Sales south', 'Claims', 'Card services', 'Technical support', '信用卡服务'];

/** Names that a gateway might send and that must not disturb anything. */
const hardNames = [
  '王秀英',
  '<b onclick="alert(1)">Bold</b> & "quoted"',
  'محمد الهاشمي',
  '👩🏽‍💻 Zoë 🎧',
  'x'.repeat(200),
  'A name that is rather long and that goes on for quite a while so that it must be clipped somewhere in the row',
];

/** Weighted as in a centre at work. */
const usual: readonly AgentState[] = ['talking', 'talking', 'talking', 'talking', 'idle', 'idle', 'wrapUp', 'busy', 'rest', 'answering'];

const pick = <Item>(items: readonly Item[], index: number, or: Item): Item => items[index % items.length] ?? or;

/** A roster of so many agents, the same at each call but for the times, which count from `now`. */
export function people(count: number, now: number): RosterRow[] {
  return Array.from({ length: count }, (_, index) => {
    const scattered = (index * 7919) % 10_007;
    const state = index < agentStates.length ? pick(agentStates, index, 'idle') : pick(usual, scattered, 'idle');
    const plain = `${pick(given, scattered % 41, '')} ${pick(family, scattered % 23, '')}`;
    return {
      workNo: String(20_001 + index),
      name: index >= 12 && index < 12 + hardNames.length ? pick(hardNames, index - 12, '') : plain,
      group: pick(groups, scattered % 13, ''),
      state,
      since: now - ((scattered * 977) % (index % 9 === 0 ? 7_500_000 : 900_000)),
      sinceIs: pick(sinceKinds, scattered, 'seen'),
      groupId: scattered % 13,
      skills: scattered % 2 === 0 ? null : [pick(groups, scattered % 13, '')],
      signedInAt: scattered % 2 === 0 ? null : now - 8_000_000,
      voice: scattered % 4 === 0 ? null : scattered % 97 !== 1,
      phoneEnding: scattered % 2 === 0 ? null : '42',
      inspectedBy: null,
    };
  });
}
