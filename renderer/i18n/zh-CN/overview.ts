import type { Words } from '../Words.ts';
import { number } from './counts.ts';

export const overview: Words['overview'] = {
  title: '概览',
  byState: '各状态座席数',
  byGroup: '各班组座席数',
  inCallsByGroup: '各班组通话中座席数',
  largest: (shown, all) => `人数最多的 ${number(shown)} 个班组，共 ${number(all)} 个`,
  agents: '座席',
  inCalls: '通话中',
};

export const wallboard: Words['wallboard'] = {
  title: '大屏',
  heading: (count) => `${number(count)} 名座席`,
  long: '长通话',
  close: '关闭大屏',
};
