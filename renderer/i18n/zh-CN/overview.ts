import type { Words } from '../Words.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const overview: Words['overview'] = {
  title: '概览',
  byState: '各状态座席数',
  byGroup: '各班组座席数',
  inCallsByGroup: '各班组通话中座席数',
  largest: (shown, all) => `人数最多的 ${number(shown)} 个班组，共 ${number(all)} 个`,
  agents: '座席',
  inCalls: '通话中',
  queues: '队列',
  queue: '技能',
  waiting: '排队',
  longestWait: '最长等待',
  signedIn: '已签入',
  available: '空闲',
  queuesLoading: '正在向网关查询队列',
  noQueues: '网关没有列出队列。',
  queuesOld: phrase('以下为先前的队列情况：{why}'),
  someQueues: (shown, all) => `显示 ${number(shown)} 个，共 ${number(all)} 个，排队最多的在前`,
};

export const wallboard: Words['wallboard'] = {
  title: '大屏',
  heading: (count) => `${number(count)} 名座席`,
  long: '长通话',
  close: '关闭大屏',
};
