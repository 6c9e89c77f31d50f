import type { Words } from '../Words.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

/** Words that belong to no part of the window alone. */
export const general = {
  locale: 'zh-CN',
  product: 'Earshot',
  titleWithStep: phrase('{step} · Earshot'),
  titleWithMissed: phrase('({count}) Earshot'),
  number,
  gap: '',
  listGap: '、',
  sentences: (parts: readonly string[]): string =>
    parts.map((part, index) => (index === parts.length - 1 || /[。！？]$/.test(part) ? part : `${part}。`)).join(''),
  lastContact: phrase('最近联系：{age}'),
  nextTry: phrase('{seconds} 秒后重试'),
  tryingNow: '正在重试',
  tryNow: '立即重试',
} satisfies Partial<Words>;

export const connection: Words['connection'] = { live: '已连接', stale: '无更新', reconnecting: '重连中', offline: '离线' };

export const age: Words['age'] = {
  second: (value) => `${number(value)} 秒前`,
  minute: (value) => `${number(value)} 分钟前`,
  hour: (value) => `${number(value)} 小时前`,
};

export const states: Words['states'] = {
  talking: '通话中',
  answering: '应答中',
  occupied: '占用',
  preoccupied: '预占用',
  idle: '空闲',
  wrapUp: '整理态',
  busy: '示忙',
  rest: '休息',
  preRest: '即将休息',
  study: '学习',
  signedOut: '未签入',
  unknown: '未知',
};

export const start: Words['start'] = {
  connecting: '正在连接 Earshot',
  unreachable: '无法连接 Earshot',
  unreachableRemedy: 'Earshot 可能已停止运行。请重新启动，并打开它给出的地址。本页会不断重试。',
  partMissing: '页面的这一部分无法加载。请重新加载页面。',
  showsWhatWas: phrase('无法连接 Earshot。当前显示的是 {time} 时的情况，此处无法进行任何操作。'),
};

export const links: Words['links'] = {
  listen: phrase('一个链接请求监听 {name}（{workNo}）'),
  hint: '请确认链接来源可靠后再监听。',
};

export const shell: Words['shell'] = {
  ownState: '我',
  goIdle: '示闲',
  signOut: '签出',
  signedInAs: phrase('已用工号 {agentId} 签入'),
  signedInAt: phrase('已用工号 {agentId} 签入 {gateway}'),
  search: '搜索座席',
  searchHint: '工号、姓名或拼音',
  clearSearch: '清除搜索',
  notices: '通知',
  dismiss: '知道了',
};
