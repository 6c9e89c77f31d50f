import { notShownWords } from '../../../contract/notShownWords.ts';
import { aboutText, ruleText } from '../../../contract/ruleWords.ts';
import type { Connection } from '../../../contract/state.ts';
import type { AlertWords } from './en.ts';

/** The same in Simplified Chinese. */
export const zhCN: AlertWords = {
  language: 'zh-CN',
  numbered: (name, workNo) => `${name}（${workNo}）`,
  phoneRings: '您的话机正在振铃',
  phoneRingsFor: (who) => `您的话机正在振铃：${who}`,
  pickUp: (who, mode) => {
    switch (mode) {
      case 'listen':
        return `摘机即可监听 ${who}。`;
      case 'whisper':
        return `摘机即可与 ${who} 耳语：座席能听到您，客户听不到。`;
      case 'insert':
        return `摘机即可加入 ${who} 的通话：座席和客户都能听到您。`;
      case 'call':
      case 'unknown':
        return `${who} 的通话：摘机后座席可能听到您。`;
    }
  },
  pickUpFollowed: (who) => `您关注的座席 ${who} 已开始通话。摘机即可监听。`,
  ringWithoutListen: 'Earshot 没有发起监听。',
  callBegan: (who, phase) => (phase === 'talking' ? `${who} 正在通话` : `${who} 的呼叫已开始`),
  listenNow: '是否监听？',
  callingByItself: '您关注了该座席，Earshot 正在呼叫您的话机。',
  missed: (count) => `${String(count)} 次未接振铃`,
  rule: (rule, shown) => ruleText(rule, 'zh-CN', shown),
  ruleAbout: (watch, about, most, shown) => aboutText(watch, about, most, 'zh-CN', shown),
  rulesOn: (count) => `${String(count)} 条规则已触发`,
  ruleTest: '这只是规则的测试。',
  list: (parts) => parts.join('；'),
  testTitle: '提醒测试',
  testBody: (surface) => `这只是一次测试：${surface}。`,
  surface: {
    tray: '托盘图标',
    badge: '角标',
    attention: '任务栏或程序坞',
    page: '窗口内横幅',
    toast: '系统通知',
    sound: '声音',
    window: '提醒小窗',
    raise: '主窗口',
  },
  signedOut: '未签入',
  requesting: (who, mode) => {
    switch (mode) {
      case 'listen':
        return `正在请求监听 ${who}`;
      case 'whisper':
        return `正在请求与 ${who} 耳语`;
      case 'insert':
      case 'call':
      case 'unknown':
        return `正在请求加入 ${who} 的通话`;
    }
  },
  calling: (who, mode) => (mode === 'listen' ? `正在呼叫您的话机：${who}` : `正在呼叫您的话机，接通后对方能听到您：${who}`),
  outcomeUnknown: (who) => `正在确认监听：${who}`,
  doYouHear: '您听到通话了吗？',
  up: (who, mode) => {
    switch (mode) {
      case 'listen':
        return `正在监听 ${who}`;
      case 'whisper':
        return `正在耳语，座席能听到您：${who}`;
      case 'insert':
        return `已插入，座席和客户都能听到您：${who}`;
      case 'call':
        return `您已接管通话，客户能听到您：${who}`;
      case 'unknown':
        return `座席可能听到您：${who}`;
    }
  },
  stopping: (who, mayBeHeard) => (mayBeHeard ? `正在停止，座席仍可能听到您：${who}` : `正在停止监听：${who}`),
  following: (who) => `正在关注 ${who}`,
  standing: (waits, here, listens) => {
    const heard = `已监听 ${String(listens)} 通`;
    switch (waits) {
      case 'call':
        return `持续关注：等待 ${String(here)} 名座席的通话，${heard}`;
      case 'look':
        return `持续关注：正在查看座席，${heard}`;
      case 'listen':
        return `持续关注：本次监听结束后继续，${heard}`;
      case 'window':
        return `持续关注：等待时段开始，${heard}`;
      case 'notIdle':
        return `持续关注：等待您空闲，${heard}`;
      case 'connection':
        return `持续关注：等待连接恢复，${heard}`;
      case 'notSeen':
        return `持续关注：无法查看座席，${heard}`;
      case 'byHand':
        return `持续关注：已暂停，${heard}`;
      case 'refused':
        return `持续关注：上次监听被拒绝，已暂停，${heard}`;
      case 'notPickedUp':
        return `持续关注：您没有摘机，已暂停，${heard}`;
    }
  },
  standingOn: '持续关注中',
  connection: (kind: Connection['kind'], agentId) => {
    switch (kind) {
      case 'live':
        return `已连接，工号 ${agentId}`;
      case 'stale':
        return '网关暂无消息';
      case 'reconnecting':
        return '连接已断开，正在重连';
      case 'offline':
        return '离线，正在重连';
    }
  },
  show: '打开 Earshot',
  stop: '停止监听',
  hearIt: '我听到了',
  hearNothing: '我没听到',
  answer: '摘机',
  listen: '监听',
  notNow: '暂不',
  unfollow: '取消关注',
  endStanding: '结束持续关注',
  signOut: '签出',
  quit: '退出 Earshot',
  testReport: {
    shown: (surface, ms) => `${surface}：${ms} 毫秒后显示`,
    notShown: (surface, why) => `${surface}：未显示（${why}）`,
    whyNot: notShownWords['zh-CN'],
    failed: (detail) => `出错：${detail}`,
    notSupported: (surface) => `${surface}：本机不支持`,
    late: (surface, ms) => `${surface}：${ms} 毫秒内无响应`,
    quiet: { yes: '勿扰模式：已开启', no: '勿扰模式：未开启', unknown: '勿扰模式：未知' },
    cutShort: '测试被真实的提醒中断。',
    refused: (code) => `无法进行测试（${code}）。`,
  },
  edit: { cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选' },
  stillRunning: {
    tray: { title: 'Earshot 仍在运行', body: '它留在托盘中，以免您错过来电。' },
    taskbar: { title: 'Earshot 仍在运行', body: '它留在任务栏中，以免您错过来电。' },
  },
  staysForListen: { title: 'Earshot 需要更新', body: '监听结束前它会继续运行。监听结束后请退出，以便更新继续。' },
};
