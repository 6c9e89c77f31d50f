import type { Words } from '../Words.ts';
import { phrase } from '../phrase.ts';

export const modes: Words['modes'] = {
  group: '您在通话中的方式',
  change: { listen: '仅监听', whisper: '耳语', insert: '插入', call: '接管' },
  changeHint: {
    listen: '通话中无人能听到您（Alt+L）',
    whisper: '座席能听到您，客户听不到（Alt+W）',
    insert: '座席和客户都能听到您（Alt+I）',
    call: '您接管通话，座席退出（Alt+T）',
  },
  asking: {
    listen: phrase('正在请求网关切换为仅监听。'),
    whisper: phrase('正在请求网关切换为耳语。'),
    insert: phrase('正在请求网关切换为插入。'),
    call: phrase('正在请求网关由您接管通话。'),
  },
  up: {
    whisper: phrase('正在与 {name}（{workNo}）耳语'),
    insert: phrase('已插入 {name}（{workNo}）的通话'),
    call: phrase('您已接管 {name}（{workNo}）的通话'),
    unknown: phrase('座席可能听到您'),
  },
  heard: {
    whisper: phrase('座席能听到您，客户听不到。'),
    insert: phrase('座席和客户都能听到您。'),
    call: phrase('客户能听到您，座席已退出通话。'),
  },
  agentOnly: phrase('{name}（{workNo}）。客户听不到您。'),
  customerToo: phrase('{name}（{workNo}）。客户也可能听到您。'),
  requesting: {
    whisper: phrase('正在请求与 {name}（{workNo}）耳语'),
    insert: phrase('正在请求加入 {name}（{workNo}）的通话'),
    call: phrase('正在请求接管 {name}（{workNo}）的通话'),
    unknown: phrase('正在请求质检 {name}（{workNo}）'),
  },
  pickUp: {
    whisper: phrase('摘机后 {name}（{workNo}）能听到您，客户听不到。'),
    insert: phrase('摘机后 {name}（{workNo}）和客户都能听到您。'),
    call: phrase('摘机后客户能听到您。'),
    unknown: phrase('摘机后 {name}（{workNo}）可能听到您。'),
  },
  stoppingHeard: phrase('正在停止，座席仍可能听到您'),
  stop: '停止',
  endCall: '结束通话',
  noRight: {
    whisper: '您的工号没有耳语权限。',
    insert: '您的工号没有插入权限。',
    call: '您的工号没有接管通话的权限。',
  },
  notOffered: '现在不提供此操作。',
  stillOn: '您的话机可能仍在通话中：请挂机，以确保无人听到您。',
  question: {
    title: '要与座席通话吗？',
    text: phrase('无法确认 {name}（{workNo}）正在通话。插入会与该座席建立通话，座席随即能听到您。'),
    yes: '插入并与座席通话',
    no: '取消',
  },
};

export const forcing: Words['forcing'] = {
  title: '强制座席',
  act: { idle: '示闲', busy: '示忙', rest: '休息', signOut: '签出', dropCall: '结束通话' },
  question: {
    idle: phrase('要强制 {name}（{workNo}）示闲吗？'),
    busy: phrase('要强制 {name}（{workNo}）示忙吗？'),
    rest: phrase('要让 {name}（{workNo}）休息吗？'),
    signOut: phrase('要强制 {name}（{workNo}）签出吗？'),
    dropCall: phrase('要结束 {name}（{workNo}）的通话吗？'),
  },
  hint: {
    idle: '此后来电会分配给该座席。',
    busy: '此后来电不再分配给该座席。',
    rest: '这段时间内该座席不会接到来电。',
    signOut: '座席正在进行的通话会随之结束。',
    dropCall: '客户的通话会被切断。',
  },
  minutes: '分钟',
  reason: '原因（1 至 255，按呼叫中心的编号）',
  no: '取消',
  request: { idle: '示闲', busy: '示忙', rest: '休息', signOut: '签出', dropCall: '结束通话' },
  outcome: {
    asked: phrase('{name}（{workNo}），{request}：{time} 已请求。'),
    accepted: phrase('{name}（{workNo}），{request}：网关已于 {time} 接受，列表尚未体现。'),
    borneOut: phrase('{name}（{workNo}），{request}：{time} 起列表已体现。'),
    notBorneOut: phrase('{name}（{workNo}），{request}：截至 {time} 列表没有体现。'),
    refused: phrase('{name}（{workNo}），{request}：{time} 被拒绝。'),
    unknown: phrase('{name}（{workNo}），{request}：截至 {time} 没有答复，是否已执行未知。'),
  },
  region: '对座席的请求',
  noRight: '您的工号没有此权限。',
};
