import type { Words } from '../Words.ts';

/** Ends of sessions, and sign-ins that come to nothing. */
export const sessionProblems = {
  'session-kicked': { sentence: '您的会话已被网关结束，很可能是此工号在别处签入。', remedy: '可以接管并在此重新签入，别处随即签出。' },
  'signed-out-there': { sentence: '其他质检员或管理员已在网关上将您签出。', remedy: '需要继续时，请重新签入。' },
  'session-timed-out': { sentence: '与网关失联超过两分钟，网关已将您签出。', remedy: '请重新签入。' },
  'session-gone-meanwhile': {
    sentence: '连接中断期间，您在网关上的会话已结束。',
    remedy: '请重新签入。网关可能重新启动过，或此工号已在别处签入。',
  },
  'guid-refused': { sentence: '网关不再接受您的会话。', remedy: '请重新签入。如经常发生，请告知管理员。' },
  'sign-out-unconfirmed': { sentence: '网关没有确认您已签出。', remedy: '网关会在两分钟内自动将您签出。' },
  'no-guid': { sentence: '网关接受了签入，但没有建立会话。', remedy: '请重新签入。如仍不行，请联系管理员。' },
  'kept-sign-in-unreadable': { sentence: '保存在本机的密码已无法读取，现已丢弃。', remedy: '请重新输入密码签入。' },
  'trust-withdrawn': {
    sentence: '您撤销了对该网关证书的信任，会话已立即结束。',
    remedy: '网关会在两分钟内自动将您签出。证书问题解决后，请重新签入。',
  },
  'bad-address': { sentence: '这不是有效的网关地址。', remedy: '请按管理员提供的格式输入，例如 gateway.example:8043。' },
  'bad-ip-address': {
    sentence: '此 IP 地址的写法不规范。',
    remedy: '请写全四个数字，前面不加零，例如 10.0.0.5；IPv6 地址请加方括号，例如 [fd00::5]。',
  },
  'bad-agent-id': { sentence: '这不是有效的工号。', remedy: '工号为 101 至 999999 之间的数字。' },
  'no-password': { sentence: '未输入密码。', remedy: '请输入此工号的密码。' },
  'no-phone-number': { sentence: '未输入话机号码。', remedy: '请输入监听时振铃的话机号码。' },
} satisfies Partial<Words['problems']>;
