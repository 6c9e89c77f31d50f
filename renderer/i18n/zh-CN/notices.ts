import type { Words } from '../Words.ts';

export const notices: Words['notices'] = {
  keptDamaged: 'Earshot 保存的部分数据已损坏，将从空白开始。',
  pinsDamaged: '受信任证书列表已损坏。目前没有信任任何证书，届时会重新询问您。',
  machineFileDamaged: '本机的设置文件无法读取，未予采用。请告知管理员。',
  machineFileUnprotected: '本机的设置文件可被普通用户修改，未予采用。请告知管理员。',
  policyUnreadable: '本机的策略无法读取，未予采用。请告知管理员。',
  administeredWrong: '管理员的部分设置无法使用，未予采用，设置页中列有名称。请告知管理员。',
  authorityFileUnreadable: '管理员的证书颁发机构文件无法读取，其中的内容一概不予信任。请告知管理员。',
  certificateExpires: '{gateway} 的证书有效期至 {date}。请管理员在此之前更新，否则 Earshot 将拒绝该证书。',
  certificateExpired: '{gateway} 的证书已于 {date} 过期，管理员允许继续使用。请管理员更新证书。',
  pollsCut: '本机与网关之间的设备（多为代理服务器）会提前结束请求，Earshot 因此更频繁地查询。管理员可以延长到网关的请求等待时间。',
  shortPolling: '按该网关的设置，振铃提醒可能延迟半秒显示。管理员可以更改此设置（AGENT_POLL_WAIT_FLAG）。',
  movedGateway: '无法连接您的网关，Earshot 已转到 {gateway} 继续运行。',
  auditNotWritten: '目前无法在本机写入审计记录。请告知管理员。Earshot 会继续尝试。',
  auditTampering: '本机的审计记录在 Earshot 之外被改动。请告知管理员。',
  linkMalformed: '无法识别一个指向 Earshot 的链接，未执行任何操作。',
  followEnded: {
    connection: '已停止关注 {name}（{workNo}）：与网关失去联系。',
    notIdle: '已停止关注 {name}（{workNo}）：您已不是空闲态。',
    sessionOver: '已停止关注 {name}（{workNo}）：您的会话已结束。',
    otherListen: '已停止关注 {name}（{workNo}）：您选择了监听另一名座席。',
    signedOut: '已停止关注 {name}（{workNo}）：该座席已签出。',
    notSeen: '已停止关注 {name}（{workNo}）：无法查看座席状态。',
    anHour: '已停止关注 {name}（{workNo}）：一小时内没有监听任何通话。',
    refused: '已停止关注 {name}（{workNo}）：无法发起监听。',
  },
};
