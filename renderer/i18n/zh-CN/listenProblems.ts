import type { Words } from '../Words.ts';

/** What becomes of listens and of following. */
export const listenProblems = {
  'not-idle': { sentence: '您不是空闲态。', remedy: '请先示闲，再监听。' },
  'listen-under-way': { sentence: '已有监听正在进行。', remedy: '请先停止，再监听其他座席。' },
  'phone-not-answered': { sentence: '您的话机未及时摘机。', remedy: '请再次监听，并在话机振铃时摘机。' },
  'phone-declined': { sentence: '您的话机拒接了呼叫。', remedy: '请再次监听，并在话机振铃时摘机。' },
  'phone-unavailable': { sentence: '无法呼叫您的话机：话机忙或未连接。', remedy: '请检查话机，然后再次监听。' },
  'listen-ended-unseen': { sentence: '监听已结束，Earshot 未能得知是否接通。', remedy: '如果您没有听到该座席，请再次监听。' },
  'listen-cannot-tell': { sentence: '网关没有说明您是否已接通。', remedy: '请说明您能否在话机上听到该座席，或停止监听。' },
  'session-over': { sentence: '您在网关上的会话结束，监听随之结束。', remedy: '请重新签入。' },
  'ring-ended': {
    sentence: '您的话机在摘机前停止了振铃。',
    remedy: '座席的通话可能已结束，或您的话机拒接。如仍有通话，请再次监听。',
  },
  'listen-taken-up': { sentence: '监听期间 Earshot 重新启动过。', remedy: '请稍候，正在向网关查询监听是否仍在进行。' },
  'stop-without-effect': { sentence: '网关上您仍在通话中。', remedy: '请再次停止，或挂机。' },
  'nothing-asked': { sentence: '通话已结束，或已有答复。', remedy: '如果仍有通话，请点击座席旁的“监听”。' },
  'no-contact': { sentence: '与网关失去联系。', remedy: '请等连接恢复后，再关注该座席。' },
  'agent-signed-out': { sentence: '该座席未签入。', remedy: '请关注已签入的座席。' },
  'mode-unknown': { sentence: 'Earshot 无法判断谁能听到您。', remedy: '请选择您在通话中的方式，或停止。' },
  'mode-may-still-change': {
    sentence: '先前的一次切换没有得到答复，可能在这次之后才被执行。',
    remedy: '请视为对方能听到您。一分钟后再选择一次，或停止。',
  },
  'mode-not-changeable': { sentence: '现在无法更改您在通话中的方式。', remedy: '请等待正在进行的答复，或先开始监听。' },
  'whisper-not-allowed': { sentence: '此计算机已关闭耳语。', remedy: '请联系管理员。' },
  'insert-not-allowed': { sentence: '此计算机已关闭插入。', remedy: '请联系管理员。' },
  'intercept-not-allowed': { sentence: '此计算机已关闭拦截通话。', remedy: '请联系管理员。' },
  'insert-without-call': {
    sentence: '无法确认该座席正在通话：插入会与座席建立通话。',
    remedy: '如果确实需要，请再次点击“插入”并确认。',
  },
  'no-right-here': { sentence: '网关先前已拒绝此操作，因为您的工号没有权限。', remedy: '请向管理员申请权限，然后重新签入。' },
  'force-not-allowed': { sentence: '此计算机已关闭该操作。', remedy: '请联系管理员。' },
  'force-under-way': { sentence: '已对该座席发出请求。', remedy: '请等待答复。' },
  'agent-no-call': { sentence: '该座席没有可结束的通话。', remedy: '请再查看座席的状态。' },
  'agent-several-calls': { sentence: '该座席有多个通话，未结束任何一个。', remedy: '请让座席自行结束通话。' },
  'not-borne-out': { sentence: '网关已接受，但座席列表没有体现。', remedy: '座席可能已处于其他状态。请重试，或询问座席。' },
  'standing-under-way': { sentence: '持续关注正在进行。', remedy: '请将该座席加入持续关注，或先结束持续关注，再关注单个座席。' },
  'agent-on-call': { sentence: '该座席已在通话中。', remedy: '点击“监听”即可收听。' },
} satisfies Partial<Words['problems']>;
