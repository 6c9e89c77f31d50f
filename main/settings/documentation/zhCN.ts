import type { SettingWords } from './settingWords.ts';

export const zhCN: SettingWords = {
  product: 'Earshot',
  about: 'Earshot（呼叫中心质检监听插件）的设置。',
  supported: 'Earshot 0.1 或更高版本',
  groups: {
    gateway: '网关',
    trust: '信任',
    features: '功能',
    alerts: '提醒',
    application: '应用程序',
    worklist: '监听清单',
    records: '日志与审计',
  },
  oneALine: '每行一项。',
  oneObjectALine: '每行一项，均为一个 JSON 对象，各部分见 docs/settings.md。',
  settings: {
    gateway: {
      title: '网关地址',
      text: 'Earshot 签入的 CC-Gateway：主机名、主机名:端口（默认 8043）或 https:// 地址。质检员在签入页可以看到，但不能修改。留空：由质检员填写网关。',
    },
    backupGateways: {
      title: '备用网关',
      text: '网关无法连接时依次尝试的地址。',
    },
    proxy: {
      title: '代理',
      text: 'system：使用本机的代理设置（包括脚本）。direct：不使用代理。也可以填写 HTTP 代理的地址，例如 http://proxy.example:8080，不含用户名和密码。',
    },
    proxyDirect: {
      title: '不经过代理的主机',
      text: '不经过代理直接连接的主机：gateway.example；.example 包括其下所有主机；10.* 表示以此开头的地址；<local> 表示不含点的名称；* 表示全部。不含端口和掩码。',
    },
    rosterInterval: {
      title: '两次获取座席列表的间隔（秒）',
      text: '座席列表显示时的刷新间隔。间隔越长，网关负担越小。',
    },
    pollGap: {
      title: '收到事件后的停顿（毫秒）',
      text: '从带有事件的应答到下一次事件轮询的时间。多个事件排队时，时间越短振铃显示越快；华为建议 200 到 500。',
    },
    certificateAuthorityFile: {
      title: '证书颁发机构文件',
      text: 'PEM 格式的证书颁发机构文件的绝对路径，与本机的证书颁发机构一并受信任。主机名照常校验。文件缺失或含有损坏的证书时，整个文件不生效，并会告知每位质检员。网关使用自签名证书时，建议改用指纹。',
    },
    pins: {
      title: '预先信任的证书',
      text: '主机:端口=SHA-256 指纹，指纹为 32 组大写十六进制数，以冒号分隔。更换证书期间，同一地址可以填写多项。证书中的名称不作校验。',
    },
    userTrust: {
      title: '允许质检员信任证书',
      text: '禁用：质检员不能自行信任证书，之前信任的证书也不再有效。',
    },
    allowExpiredCertificate: {
      title: '接受超出有效期的指纹证书',
      text: '启用：按指纹信任的证书在有效期之外仍然有效。到期前 30 天起，每天提醒质检员一次。',
    },
    minimumTls: {
      title: '最低 TLS 版本',
      text: '与网关通信时允许的最低 TLS 版本。',
    },
    listenAllowed: {
      title: '提供监听',
      text: '禁用：本机不能监听任何座席，只显示座席列表。',
    },
    whisperAllowed: {
      title: '提供耳语',
      text: '启用：质检员可以与座席通话而客户听不到。网关对此要求单独的权限。',
    },
    insertAllowed: {
      title: '提供插入',
      text: '启用：质检员可以加入通话，座席和客户都能听到。座席没有通话时，插入会与座席建立通话；Earshot 会先询问。',
    },
    interceptAllowed: {
      title: '提供拦截通话',
      text: '启用：质检员可以从座席手中接管正在监听的通话，座席随即退出通话。',
    },
    forceIdleAllowed: {
      title: '提供强制示闲',
      text: '启用：质检员可以强制座席示闲，操作前会询问并注明座席。',
    },
    forceBusyAllowed: {
      title: '提供强制示忙',
      text: '启用：质检员可以强制座席示忙，操作前会询问并注明座席。',
    },
    forceRestAllowed: {
      title: '提供强制休息',
      text: '启用：质检员可以让座席休息若干分钟，操作前会询问并注明座席。',
    },
    forceSignOutAllowed: {
      title: '提供强制签出',
      text: '启用：质检员可以强制座席签出，操作前会询问并注明座席。',
    },
    forceDropCallAllowed: {
      title: '提供强拆通话',
      text: '启用：质检员可以结束座席正在进行的通话，操作前会询问并注明座席。',
    },
    followAllowed: {
      title: '提供关注',
      text: '禁用：质检员不能关注座席到其下一个通话，也不能持续关注。',
    },
    exportAllowed: {
      title: '提供审计记录导出',
      text: '禁用：质检员不能将审计记录另存为 CSV 文件。审计记录文件本身不受影响。',
    },
    keepSignedInAllowed: {
      title: '提供“保持签入”',
      text: '禁用：不保存密码和电话号码，已保存的会被删除。',
    },
    phoneLinkage: {
      title: '话机与网关联动',
      text: '启用：话机与网关联动（eSpace 7910），Earshot 可以代为接听。',
    },
    longTalkMinutes: {
      title: '通话标记为过长的分钟数',
      text: '座席通话超过该时长时，在列表中加以标记。',
    },
    alertSound: {
      title: '在电脑上响铃',
      text: '质检员的电话振铃时，电脑是否也发出铃声。',
    },
    alertVolume: {
      title: '铃声音量（百分比）',
      text: '电脑上铃声的音量。',
    },
    alertDevice: {
      title: '铃声的输出设备',
      text: '系统列出的输出设备名称。留空：系统默认设备。设备未连接时使用系统默认设备。',
    },
    alertWindow: {
      title: '置顶的小窗口',
      text: 'always：每次振铃都显示。escalation：其他提醒未能显示、通知被系统拦截，或六秒内无人响应时显示。never：从不显示。',
    },
    silentMode: {
      title: '静音模式',
      text: '启用：任何情况下都不发出声音，改为每次振铃都显示小窗口。',
    },
    followMode: {
      title: '关注的座席开始通话时',
      text: 'ask：询问质检员。listen：立即监听，质检员的电话随即振铃。持续关注也是如此。',
    },
    language: {
      title: '语言',
      text: 'system：使用系统语言，Earshot 不支持时使用英语。en：英语。zh-CN：简体中文。',
    },
    autostart: {
      title: '随电脑启动',
      text: '质检员登录电脑时，是否自动启动 Earshot。',
    },
    startHidden: {
      title: '启动时只显示托盘图标',
      text: '随登录启动时，是否只显示托盘图标而不打开窗口。',
    },
    logLevel: {
      title: '日志内容',
      text: 'info：全部。warn：警告和错误。error：仅错误。',
    },
    logSize: {
      title: '单个日志文件的大小（MB）',
      text: '日志文件达到该大小后，开始写入新的文件。',
    },
    logDays: {
      title: '日志保留天数',
      text: '网关日期与本机日期一致时，更早的日志文件会被删除。',
    },
    auditDays: {
      title: '审计记录保留天数',
      text: '网关日期与本机日期一致时，更早的监听记录会从审计记录中移除。',
    },
    auditRequired: {
      title: '无记录不得监听',
      text: '启用：审计记录无法写入时，拒绝监听。禁用：此类监听先行保存，待可写入时补写。',
    },
    auditHeadsFolder: {
      title: '审计记录校验值的文件夹',
      text: '文件夹（绝对路径），通常为质检员只能追加、不能更改的共享文件夹：每条记录的编号和哈希值也写入其中，据此可发现审计记录被截断或重写。留空：不写。',
    },
    planListens: {
      title: '每名座席的监听次数',
      text: '每周或每月应监听每名座席多少次。0：没有计划，也没有监听清单。',
    },
    planMinutes: {
      title: '监听计入所需的分钟数',
      text: '较短的监听会显示，但不计入。',
    },
    planEvery: {
      title: '计划周期',
      text: 'week：周一至周日。month：日历月。均按本机时区计算；未完成的不结转。',
    },
    planGroups: {
      title: '计划中的班组',
      text: '应监听其座席的班组名称，与座席列表所示一致。没有班组，也不含收藏：所有座席。',
    },
    planFavourites: {
      title: '计划包含收藏的座席',
      text: '启用：除班组的座席外，也应监听质检员收藏的座席。',
    },
    rules: {
      title: '规则',
      text: '个人提醒：座席处于某状态的时间、处于某状态的座席人数、队列中等待的来电。每条规则触发后只提醒一次，直到恢复；监听期间不打扰。',
    },
    scorecardFile: {
      title: '评分表文件',
      text: '质检员评分所用指标的 JSON 文件（绝对路径）。留空：使用 Earshot 自带的评分表。',
    },
    noteDays: {
      title: '笔记保留天数',
      text: '网关日期与本机日期一致时，超过该天数未更改的笔记和评分会按月删除。',
    },
    notesEncrypted: {
      title: '加密笔记',
      text: '启用：在系统支持时，笔记和评分加密保存在磁盘上，仅同一台计算机上的同一用户可以读取。禁用：以明文保存在用户自己的文件夹中。',
    },
  },
};
