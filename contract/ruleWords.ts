import type { Language } from './language.ts';
import type { ListenedAgent } from './listenedAgent.ts';
import type { OfWhom, Rule, RuleAbout, RuleState, RuleWatch } from './rules.ts';

/** How a rule is put into words: the page and the toast say it alike. Names from outside come ready to stand amid other words. */
interface RuleSentences {
  readonly all: string;
  readonly favourites: string;
  readonly group: (name: string) => string;
  readonly skill: (name: string) => string;
  readonly anySkill: string;
  readonly timeInState: (whom: string, state: RuleState, minutes: number) => string;
  readonly numberInState: (whom: string, state: RuleState, bound: 'moreThan' | 'fewerThan', number: number) => string;
  readonly waiting: (queue: string, moreThan: number) => string;
  readonly longestWait: (queue: string, seconds: number) => string;
  readonly agent: (name: string, workNo: string) => string;
  /** So many things, of which some are named. */
  readonly andMore: (named: readonly string[], more: number) => string;
  readonly inState: (number: number, state: RuleState) => string;
  readonly queueWaiting: (name: string, callers: number) => string;
  readonly queueWait: (name: string, seconds: number) => string;
}

const englishStates: Readonly<Record<RuleState, string>> = {
  inCall: 'in a call',
  answering: 'answering',
  idle: 'idle',
  wrapUp: 'in wrap-up',
  busy: 'busy',
  rest: 'at rest',
  preRest: 'about to rest',
  study: 'in study',
};

const chineseStates: Readonly<Record<RuleState, string>> = {
  inCall: '通话',
  answering: '应答',
  idle: '空闲',
  wrapUp: '整理',
  busy: '示忙',
  rest: '休息',
  preRest: '即将休息',
  study: '学习',
};

const figure = (value: number): string => value.toLocaleString('en');

const counted = (count: number, one: string, other: string): string => `${figure(count)} ${count === 1 ? one : other}`;

const sentences: Readonly<Record<Language, RuleSentences>> = {
  en: {
    all: 'All agents',
    favourites: 'Favourites',
    group: (name) => name,
    skill: (name) => name,
    anySkill: 'Any skill',
    timeInState: (whom, state, minutes) => `${whom}: ${englishStates[state]} for more than ${counted(minutes, 'minute', 'minutes')}`,
    numberInState: (whom, state, bound, number) =>
      `${whom}: ${bound === 'moreThan' ? 'more' : 'fewer'} than ${counted(number, 'agent', 'agents')} ${englishStates[state]}`,
    waiting: (queue, moreThan) => `${queue}: more than ${counted(moreThan, 'caller', 'callers')} waiting`,
    longestWait: (queue, seconds) => `${queue}: longest wait above ${counted(seconds, 'second', 'seconds')}`,
    agent: (name, workNo) => `${name} (${workNo})`,
    andMore: (named, more) => (more === 0 ? named.join(', ') : `${named.join(', ')} and ${figure(more)} more`),
    inState: (number, state) => `${counted(number, 'agent', 'agents')} ${englishStates[state]}`,
    queueWaiting: (name, callers) => `${name}: ${counted(callers, 'caller', 'callers')}`,
    queueWait: (name, seconds) => `${name}: ${counted(seconds, 'second', 'seconds')}`,
  },
  'zh-CN': {
    all: '全部座席',
    favourites: '收藏座席',
    group: (name) => name,
    skill: (name) => name,
    anySkill: '任一技能',
    timeInState: (whom, state, minutes) => `${whom}：${chineseStates[state]}超过 ${figure(minutes)} 分钟`,
    numberInState: (whom, state, bound, number) =>
      `${whom}：${chineseStates[state]}人数${bound === 'moreThan' ? '多于' : '少于'} ${figure(number)} 人`,
    waiting: (queue, moreThan) => `${queue}：排队超过 ${figure(moreThan)} 人`,
    longestWait: (queue, seconds) => `${queue}：最长等待超过 ${figure(seconds)} 秒`,
    agent: (name, workNo) => `${name}（${workNo}）`,
    andMore: (named, more) => (more === 0 ? named.join('、') : `${named.join('、')}等，另有 ${figure(more)} 个`),
    inState: (number, state) => `${figure(number)} 人${chineseStates[state]}`,
    queueWaiting: (name, callers) => `${name}：${figure(callers)} 人排队`,
    queueWait: (name, seconds) => `${name}：${figure(seconds)} 秒`,
  },
};

/** Makes text from outside fit to stand amid other words. */
type Shown = (text: string) => string;

/** What a rule watches, in words: "Sales: at rest for more than 15 minutes". */
export function watchText(watch: RuleWatch, language: Language, shown: Shown): string {
  const words = sentences[language];
  switch (watch.kind) {
    case 'timeInState':
      return words.timeInState(whomText(watch.of, words, shown), watch.state, watch.minutes);
    case 'numberInState':
      return words.numberInState(whomText(watch.of, words, shown), watch.state, watch.bound, watch.number);
    case 'waiting':
      return words.waiting(queueText(watch.skill, words, shown), watch.moreThan);
    case 'longestWait':
      return words.longestWait(queueText(watch.skill, words, shown), watch.seconds);
  }
}

/** What a rule goes by: its name, or what it watches. */
export function ruleText({ name, watch }: Pick<Rule, 'name' | 'watch'>, language: Language, shown: Shown): string {
  return name.trim() === '' ? watchText(watch, language, shown) : shown(name);
}

/** What a rule that is on is about, in words, of which so many are named: "Li Wei (1002), Zhang Min (1003) and 2 more". */
export function aboutText(watch: RuleWatch, about: RuleAbout, most: number, language: Language, shown: Shown): string {
  const words = sentences[language];
  switch (about.kind) {
    case 'agents':
      return words.andMore(
        about.agents.slice(0, most).map((agent) => agentText(agent, words, shown)),
        Math.max(0, about.all - Math.min(most, about.agents.length)),
      );
    case 'number':
      return 'state' in watch ? words.inState(about.number, watch.state) : figure(about.number);
    case 'queues': {
      const one =
        watch.kind === 'longestWait' ? (name: string, ms: number) => words.queueWait(name, Math.floor(ms / 1_000)) : words.queueWaiting;
      return words.andMore(
        about.queues.slice(0, most).map(({ name, figure: value }) => one(shown(name), value)),
        Math.max(0, about.all - Math.min(most, about.queues.length)),
      );
    }
  }
}

function agentText({ name, workNo }: ListenedAgent, words: RuleSentences, shown: Shown): string {
  return name === '' || name === workNo ? workNo : words.agent(shown(name), workNo);
}

function whomText(of: OfWhom, words: RuleSentences, shown: Shown): string {
  switch (of.kind) {
    case 'all':
      return words.all;
    case 'favourites':
      return words.favourites;
    case 'group':
      return words.group(shown(of.group));
  }
}

function queueText(skill: string, words: RuleSentences, shown: Shown): string {
  return skill === '' ? words.anySkill : words.skill(shown(skill));
}
