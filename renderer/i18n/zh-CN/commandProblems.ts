import type { Words } from '../Words.ts';

/** What Earshot itself refuses. */
export const commandProblems = {
  'not-now': { sentence: '目前无法执行该操作。', remedy: '请查看窗口当前显示的内容，然后重试。' },
  'not-signed-in': { sentence: '您尚未签入。', remedy: '请先签入。' },
  unexpected: { sentence: 'Earshot 内部发生错误。', remedy: '请重试；如再次发生，请重新启动 Earshot。' },
  'bad-request': { sentence: '无法理解该请求。', remedy: '请检查输入内容；如再次发生，请重新启动 Earshot。' },
  'sender-refused': { sentence: '该请求并非来自 Earshot 自己的窗口。', remedy: '请重新启动 Earshot。如再次发生，请告知管理员。' },
  'not-attached': { sentence: '窗口未与 Earshot 连接。', remedy: '请重新启动 Earshot。' },
  'alert-under-way': { sentence: '正在显示提醒。', remedy: '请等提醒结束后重试。' },
  'file-not-saved': { sentence: '文件无法保存。', remedy: '请选择其他位置，或检查磁盘是否已满。' },
  'setting-locked': { sentence: '此项由管理员设置。', remedy: '如需更改，请联系管理员。' },
  'audit-not-written': {
    sentence: '审计记录无法写入，本机不允许无记录的监听。',
    remedy: '请稍后重试。如仍无法写入，请告知管理员：磁盘可能已满。',
  },
  'listen-not-allowed': { sentence: '本机已关闭监听功能。', remedy: '如有需要，请联系管理员。' },
  'follow-not-allowed': { sentence: '本机已关闭关注座席功能。', remedy: '如有需要，请联系管理员。' },
  'export-not-allowed': { sentence: '本机已关闭监听记录和笔记的导出功能。', remedy: '如有需要，请联系管理员。' },
  'note-not-saved': { sentence: '笔记无法写入。', remedy: '请检查磁盘是否已满。Earshot 会继续尝试。' },
  'note-unknown': { sentence: '此笔记已不存在。', remedy: '请重新搜索笔记。' },
  'no-plan': { sentence: '没有计划，因此没有待监听的座席。', remedy: '请在设置的“监听清单”中设置计划。' },
  'worklist-not-ready': { sentence: '目前不知道座席或您的监听情况。', remedy: '请打开座席列表或监听清单，显示后重试。' },
  'nobody-due': { sentence: '当前签入的座席中没有待监听的。', remedy: '监听清单会显示还有哪些座席。' },
  'nobody-to-hear': { sentence: '待监听的座席目前都不在通话中。', remedy: '请稍后重试。' },
  'statistics-unreadable': { sentence: '目前无法读取您的监听记录或笔记。', remedy: '请稍后重试。如仍无法读取，请告知管理员。' },
  'trust-administered': { sentence: '信任哪些证书由管理员决定。', remedy: '请管理员添加此证书。' },
  'pin-administered': { sentence: '此证书由管理员设置。', remedy: '如不应再信任，请联系管理员。' },
  'certificate-not-shown': { sentence: '网关后来又出示了另一张证书，因此没有信任任何证书。', remedy: '请查看当前出示的证书。' },
  'certificate-unknown': { sentence: '此证书已不在受信任之列。', remedy: '无需任何操作。' },
  'earshot-unreachable': { sentence: '无法连接 Earshot，操作未执行。', remedy: '请重新启动 Earshot，然后重试。' },
} satisfies Partial<Words['problems']>;
