import type { Rule, RuleStatus } from '../../../contract/rules.ts';
import type { AppState } from '../../../contract/state.ts';

interface RuleFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly more: { readonly small?: boolean; readonly act?: 'settingsRules' | 'ruleEditor' | 'wallboard' };
}

/** The faces of the rules: on, not known, not to be evaluated, none, in each of their ways; and one that is edited. */
export function ruleFaces(now: number, working: AppState): readonly RuleFace[] {
  const rule = (watch: Rule['watch'], more: Partial<Rule> = {}): Rule => ({
    name: '',
    watch,
    toast: true,
    sound: false,
    colour: 'none',
    enabled: true,
    ...more,
  });
  const agents = ['20003', '20005', '20007', '20011', '20012'].map((workNo, nth) => ({
    workNo,
    name: nth === 2 ? '王秀英' : `Li Wei ${String(nth)}`,
  }));
  const longRest = rule(
    { kind: 'timeInState', state: 'rest', of: { kind: 'group', group: 'Sales north' }, minutes: 15 },
    { name: 'Long rest', sound: true, colour: 'amber' },
  );
  const tooFew = rule({ kind: 'numberInState', state: 'idle', of: { kind: 'all' }, bound: 'fewerThan', number: 3 }, { colour: 'blue' });
  const waiting = rule({ kind: 'waiting', skill: '', moreThan: 10 }, { colour: 'red' });
  const wait = rule({ kind: 'longestWait', skill: 'Claims', seconds: 120 }, { colour: 'violet', toast: false });
  const calls = rule({ kind: 'timeInState', state: 'inCall', of: { kind: 'favourites' }, minutes: 20 }, { enabled: false });
  const on: readonly (readonly [Rule, RuleStatus])[] = [
    [longRest, { kind: 'on', since: now - 300_000, about: { kind: 'agents', agents, all: 5 }, unsure: 0 }],
    [tooFew, { kind: 'on', since: now - 61_000, about: { kind: 'number', number: 2, agents: [] }, unsure: 0 }],
    [
      waiting,
      {
        kind: 'on',
        since: now - 20_000,
        about: {
          kind: 'queues',
          queues: [
            { id: 7, name: 'Claims', figure: 31 },
            { id: 8, name: '信用卡服务', figure: 12 },
          ],
          all: 2,
        },
        unsure: 0,
      },
    ],
  ];
  const every: readonly (readonly [Rule, RuleStatus])[] = [
    ...on,
    [wait, { kind: 'notKnown', why: 'queuesNotHere', wasOn: false }],
    [rule({ ...longRest.watch }, { colour: 'green' }), { kind: 'watching', unsure: 4 }],
    [calls, { kind: 'disabled' }],
  ];
  const of = (rules: readonly (readonly [Rule, RuleStatus])[], more: Partial<AppState> = {}): Partial<AppState> => ({
    settings: { ...working.settings, values: { ...working.settings.values, rules: rules.map(([each]) => each) } },
    rules: rules.map(([, status]) => status),
    ...more,
  });
  const lost = on.map(([each]): readonly [Rule, RuleStatus] => [each, { kind: 'notKnown', why: 'noContact', wasOn: true }]);
  const queues: AppState['queues'] = {
    kind: 'ready',
    at: now,
    problem: null,
    queues: [
      { id: 7, name: 'Claims', waiting: 31, longestWait: 190_000, signedIn: 12, available: 0 },
      { id: 8, name: '信用卡服务', waiting: 12, longestWait: 40_000, signedIn: 5, available: 1 },
      { id: 9, name: 'Sales', waiting: 0, longestWait: 0, signedIn: 7, available: 3 },
    ],
    all: 3,
  };
  const overview = { ...working.rosterView, overview: true };
  const locked = of(every);
  return [
    { name: 'rules-on', change: of(on), more: { small: true } },
    { name: 'rules-on-chinese', change: of(on, { language: 'zh-CN' }), more: {} },
    { name: 'rules-on-overview', change: of(on, { queues, rosterView: overview }), more: {} },
    { name: 'rules-on-wallboard', change: of(on, { queues }), more: { act: 'wallboard' } },
    { name: 'rules-lost', change: of(lost), more: {} },
    { name: 'rules-cannot', change: of([[wait, { kind: 'notKnown', why: 'queuesNotHere', wasOn: false }]]), more: {} },
    { name: 'rules-settings', change: of(every), more: { act: 'settingsRules', small: true } },
    { name: 'rules-settings-chinese', change: of(every, { language: 'zh-CN' }), more: { act: 'settingsRules' } },
    { name: 'rules-settings-empty', change: {}, more: { act: 'settingsRules' } },
    {
      name: 'rules-settings-locked',
      change: { ...locked, settings: { ...working.settings, ...locked.settings, locked: ['rules'] } },
      more: { act: 'settingsRules' },
    },
    { name: 'rules-editor', change: of(on), more: { act: 'ruleEditor', small: true } },
    { name: 'rules-editor-chinese', change: of(on, { language: 'zh-CN' }), more: { act: 'ruleEditor' } },
  ];
}
