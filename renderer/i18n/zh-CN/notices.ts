import type { Words } from '../Words.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const notices: Words['notices'] = {
  keptDamaged: 'Earshot 保存的部分数据已损坏，将从空白开始。',
  pinsDamaged: '受信任证书列表已损坏。目前没有信任任何证书，届时会重新询问您。',
  machineFileDamaged: '本机的设置文件无法读取，未予采用。请告知管理员。',
  machineFileUnprotected: '本机的设置文件可被普通用户修改，未予采用。请告知管理员。',
  policyUnreadable: '本机的策略无法读取，仅之前已读取的内容生效。请告知管理员。',
  administeredWrong: '管理员的部分设置无法使用，未予采用，设置页中列有名称。请告知管理员。',
  trustClosed: '在管理员更正之前，您不能自行信任证书，您以前信任的证书也不生效。',
  authorityFileUnreadable: '管理员的证书颁发机构文件无法读取，其中的内容一概不予信任。请告知管理员。',
  certificateExpires: phrase('{gateway} 的证书有效期至 {date}。请管理员在此之前更新，否则 Earshot 将拒绝该证书。'),
  certificateExpired: phrase('{gateway} 的证书已于 {date} 过期，管理员允许继续使用。请管理员更新证书。'),
  pollsCut: '本机与网关之间的设备（多为代理服务器）会提前结束请求，Earshot 因此更频繁地查询。管理员可以延长到网关的请求等待时间。',
  shortPolling: '按该网关的设置，振铃提醒可能延迟半秒显示。管理员可以更改此设置（AGENT_POLL_WAIT_FLAG）。',
  queuesNotHere: '您的网关不提供排队情况，因此概览和大屏不显示队列。',
  movedGateway: phrase('无法连接您的网关，Earshot 已转到 {gateway} 继续运行。'),
  auditNotWritten: '目前无法在本机写入审计记录。请告知管理员。Earshot 会继续尝试。',
  auditLate: '上次运行中的部分监听当时无法写入审计记录，Earshot 已保存，现在补写。请告知管理员。',
  auditHeadsNotWritten: '目前无法在管理员指定的文件夹中写入审计记录的校验值。请告知管理员。下次监听时 Earshot 会再次尝试。',
  auditTampering: '本机的审计记录在 Earshot 之外被改动。请告知管理员。',
  linkMalformed: '无法识别一个指向 Earshot 的链接，未执行任何操作。',
  followEnded: {
    connection: phrase('已停止关注 {name}（{workNo}）：与网关失去联系。'),
    notIdle: phrase('已停止关注 {name}（{workNo}）：您已不是空闲态。'),
    sessionOver: phrase('已停止关注 {name}（{workNo}）：您的会话已结束。'),
    otherListen: phrase('已停止关注 {name}（{workNo}）：您选择了监听另一名座席。'),
    signedOut: phrase('已停止关注 {name}（{workNo}）：该座席已签出。'),
    notSeen: phrase('已停止关注 {name}（{workNo}）：无法查看座席状态。'),
    anHour: phrase('已停止关注 {name}（{workNo}）：一小时内没有监听任何通话。'),
    refused: phrase('已停止关注 {name}（{workNo}）：无法发起监听。'),
    notAllowed: phrase('已停止关注 {name}（{workNo}）：管理员已关闭关注功能。'),
  },
  standingEnded: {
    sessionOver: (listens) => `持续关注已随会话结束。${heardOfIt(listens)}`,
    notAllowed: (listens) => `持续关注已结束：管理员已关闭此功能。${heardOfIt(listens)}`,
    hoursOver: (listens) => `持续关注已结束：时长已满。${heardOfIt(listens)}`,
    windowOver: (listens) => `持续关注已结束：时段已过。${heardOfIt(listens)}`,
    listensDone: (listens) => `持续关注已结束：监听次数已满。${heardOfIt(listens)}`,
  },
};

function heardOfIt(listens: number): string {
  return listens === 0 ? '没有监听到通话。' : `共监听 ${number(listens)} 通。`;
}
