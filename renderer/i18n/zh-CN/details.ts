import type { Words } from '../Words.ts';
import { phrase } from '../phrase.ts';

export const details: Words['details'] = {
  of: phrase('{name} 的详情'),
  close: '关闭详情',
  signedInAt: '签入时间',
  notKnown: '未知',
  waiting: '正在向网关查询更多信息。',
  refused: '网关没有提供该座席的更多信息。',
  history: '本次会话中的状态',
  notSeen: '未观察到',
  now: '现在',
  noneYet: '暂无。',
  listens: '本次会话中您的监听',
  noListens: '本次会话中没有监听。',
  heard: phrase('时长 {duration}'),
  outcome: {
    refused: '被拒绝',
    notAnswered: '未接听',
    declined: '已拒接',
    phoneUnavailable: '话机不可用',
    hungUp: '您已挂机',
    endedByOtherSide: '通话结束',
    endedUnseen: '已结束',
    stopped: '您已停止',
    notStarted: '未开始',
    sessionOver: '会话结束',
  },
};
