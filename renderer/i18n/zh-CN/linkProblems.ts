import type { Words } from '../Words.ts';

/** Why no good answer came from the gateway. */
export const linkProblems = {
  'connection-refused': { sentence: '该网关地址没有响应。', remedy: '请检查地址和端口，并确认网关正在运行。' },
  'host-not-found': { sentence: '您的网络中没有这个网关地址。', remedy: '请检查拼写，并确认已连接公司网络或 VPN。' },
  'no-route': { sentence: '本机目前无法到达网关。', remedy: '请检查网线、Wi-Fi 或 VPN。' },
  'connect-timeout': { sentence: '网关没有响应。', remedy: '请检查地址以及网络或 VPN。' },
  'closed-early': {
    sentence: '该地址有响应，但在建立安全连接之前就关闭了连接。',
    remedy: '请检查端口。如无误，请向管理员确认其后的网关是否正在运行。',
  },
  'not-https': { sentence: '该地址的响应不是网关应有的 HTTPS。', remedy: '请检查地址和端口，常用端口为 8043。' },
  'tls-too-old': {
    sentence: '网关的加密版本低于 Earshot 的要求，因此未发送任何信息。',
    remedy: '请管理员升级网关，或允许其加密版本（设置项 minimumTls）。',
  },
  'tls-refused': { sentence: '网关与本机无法就加密方式达成一致。', remedy: '请管理员检查网关的加密设置，并提供下面的代码。' },
  'client-certificate': { sentence: '网关要求您提供证书，而 Earshot 没有。', remedy: '请管理员允许不带证书的连接。' },
  'other-name': { sentence: '网关不使用该地址中的名称。', remedy: '请检查地址，或向管理员询问正确的名称。' },
  'proxy-unreachable': { sentence: '无法连接通往网关的代理服务器。', remedy: '请检查网络或 VPN。如仍不行，请向管理员询问代理设置。' },
  'proxy-sign-in': { sentence: '通往网关的代理服务器要求登录，而 Earshot 没有登录信息。', remedy: '请管理员让网关地址不经过代理服务器。' },
  'proxy-refused': { sentence: '代理服务器不允许 Earshot 连接网关。', remedy: '请检查网关地址，或请管理员在代理服务器上放行。' },
  'proxy-no-gateway': { sentence: '代理服务器无法连接网关。', remedy: '请检查地址。如无误，请向管理员确认网关是否正在运行。' },
  'proxy-not-supported': {
    sentence: '本机的代理类型 Earshot 无法使用。',
    remedy: '请管理员提供 HTTP 代理，或让网关地址不经过代理服务器。',
  },
  'proxy-unreadable': { sentence: '无法识别本机代理服务器的地址。', remedy: '请管理员更正该地址。' },
  'connection-lost': { sentence: '与网关的连接中断。', remedy: '请检查网络或 VPN。' },
  'no-answer': { sentence: '网关没有及时响应。', remedy: '请检查网络或 VPN，然后重试。' },
  'given-up': { sentence: '操作在完成之前已被放弃。', remedy: '请重试。' },
  'server-busy': { sentence: '网关繁忙，要求稍候。', remedy: '请稍候，Earshot 会自动继续。' },
  'web-page': { sentence: '响应的是一个网页，而不是网关。', remedy: '请检查地址。如在访客网络中，请先登录该网络。' },
  redirected: { sentence: '响应指向了另一个地址，网关不会这样做。', remedy: '请检查地址。如在访客网络中，请先登录该网络。' },
  'not-an-answer': { sentence: '无法读取网关的响应。', remedy: '请重试。如仍不行，请与管理员核对地址。' },
  'answer-too-large': { sentence: '网关的响应超过了 Earshot 可接受的大小。', remedy: '请联系管理员，并提供下面的代码。' },
  'server-error': { sentence: '网关有响应，但目前不能正常工作。', remedy: '请稍后重试。如仍不行，请联系管理员。' },
  'centre-not-set-up': { sentence: '网关上您呼叫中心的配置不完整。', remedy: '请联系管理员，并提供下面的代码。' },
  'call-not-so': { sentence: '通话当前的状态不允许此操作。', remedy: '请查看通话状态后重试。' },
  'no-call-there': { sentence: '没有可用于此操作的通话。', remedy: '通话可能已经结束，无需其他操作。' },
  'conference-failed': { sentence: '网关无法在会议中执行此操作。', remedy: '请在会议结束后重试。' },
  'recording-failed': { sentence: '网关无法对录音执行此操作。', remedy: '请将错误码告知管理员。' },
  'gateway-service-missing': { sentence: '网关缺少所需的服务。', remedy: '请稍后重试。如仍不行，请联系管理员，并提供下面的代码。' },
  'unknown-retcode': { sentence: '网关拒绝了该操作，原因不明。', remedy: '请联系管理员，并提供下面的代码。' },
  'certificate-not-valid': {
    sentence: '网关的证书无法使用。{doubt}',
    remedy: '尚未发送任何信息。请管理员更新证书，并检查本机的时间。',
  },
  'certificate-changed': {
    sentence: '网关出示的证书与此前信任的不同。',
    remedy: '尚未发送任何信息。请向管理员确认证书是否已更新；如已更新，可在“设置”中替换。',
  },
  'certificate-forbidden': {
    sentence: '网关的证书不受信任。{doubt}',
    remedy: '尚未发送任何信息。信任哪些证书由管理员决定。',
  },
  'certificate-not-trusted': { sentence: '网关的证书不受信任。{doubt}', remedy: '尚未发送任何信息。请重新签入以查看证书。' },
} satisfies Partial<Words['problems']>;
