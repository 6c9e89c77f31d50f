import { notShownWords } from '../../../contract/notShownWords.ts';
import type { Words } from '../Words.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const ring: Words['ring'] = {
  region: '提醒',
  title: '您的话机正在振铃',
  pickUp: phrase('摘机即可监听 {name}（{workNo}）'),
  notPending: '您的话机正在振铃，但没有待接通的监听',
  notPendingHint: '此呼叫不是由 Earshot 发起的。',
  pickUpFollowed: phrase('您关注的 {name}（{workNo}）已开始通话，摘机即可监听。'),
};

export const missed: Words['missed'] = {
  title: '未接振铃',
  count: (count) => `${number(count)} 次未接振铃`,
  ofAgent: phrase('{time} 未接：监听 {name}（{workNo}）的振铃'),
  ofNobody: phrase('{time} 未接：并非由监听引起的振铃'),
  times: (count) => `（${number(count)} 次）`,
  show: '展开',
  hide: '收起',
  dismiss: '知道了',
  dismissAll: '全部清除',
};

export const follow: Words['follow'] = {
  follow: '关注',
  hint: '等待该座席的下一通电话',
  unfollow: '取消关注',
  armed: {
    ask: phrase('正在关注 {name}（{workNo}）。通话开始时 Earshot 会询问您。'),
    listen: phrase('正在关注 {name}（{workNo}）。通话开始时 Earshot 会呼叫您的话机。'),
  },
  asking: phrase('正在关注 {name}（{workNo}）。'),
  callBegan: {
    talking: phrase('{name}（{workNo}）正在通话'),
    occupied: phrase('{name}（{workNo}）已进入呼叫'),
  },
  listenNow: '要监听吗？',
  callingByItself: '您关注了该座席，Earshot 正在呼叫您的话机。',
  listen: '监听',
  notNow: '暂不监听',
};

export const surfaces: Words['surfaces'] = {
  tray: '托盘图标',
  badge: '角标',
  attention: '任务栏或程序坞',
  page: '横幅',
  toast: '系统通知',
  sound: '声音',
  window: '提醒小窗',
  raise: '主窗口',
};

export const testAlert: Words['testAlert'] = {
  title: '提醒测试',
  lead: '逐一显示各种提醒，并说明是否成功显示。',
  start: '开始测试',
  running: '正在测试',
  now: '进行中',
  bannerHint: '这只是一次测试。',
  shown: (ms) => `${number(Math.round(ms))} 毫秒后显示`,
  notShown: phrase('未显示：{why}'),
  whyNot: { ...notShownWords['zh-CN'], failed: phrase('出错（{detail}）') },
  notSupported: '本机不支持',
  late: (ms) => `${number(Math.round(ms))} 毫秒内无响应`,
  finished: phrase('测试时间：{time}。'),
  cutShort: '测试被真实的提醒中断。',
  quiet: {
    yes: '勿扰模式已开启，系统通知可能不显示。',
    no: '勿扰模式未开启。',
    unknown: '无法得知本机是否开启了勿扰模式。',
  },
};

export const alertTimes: Words['alertTimes'] = {
  title: '最近的振铃',
  lead: '收到网关消息后，各种提醒多久显示。',
  none: 'Earshot 启动以来，您的话机尚未振铃。',
  received: '振铃时间',
  lasted: '时长',
  ringing: '振铃中',
  notAsked: '–',
  result: {
    asked: '等待中',
    shown: '已显示',
    notShown: '未显示',
    notSupported: '不支持',
    late: '超时',
  },
  milliseconds: (ms) => `${number(Math.round(ms))} 毫秒`,
};

export const hindrance: Words['hindrance'] = {
  sound: '您的话机刚才振铃，但没有声音：点击页面之前，浏览器不会播放声音。请点击任意位置，下次即可听到。',
  notifications: '此浏览器尚未允许显示 Earshot 的通知。',
  allow: '允许通知',
};
