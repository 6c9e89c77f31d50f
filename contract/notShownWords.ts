import type { NotShownReason } from './alerts.ts';
import type { Language } from './language.ts';

/** `failed` is not among them: it has a detail to name, which each place puts in its own way. */
type Reason = Exclude<NotShownReason, 'failed'>;

/** Why a surface did not show, in words: the page and the test alert on the command line say it alike. */
export const notShownWords: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: {
    ended: 'it was over before it could be noticed',
    noWindow: 'Earshot has no window',
    inTray: 'a window in the tray has no button in the taskbar',
    inFront: 'Earshot is in front already',
    notRaised: 'the system did not bring the window up',
    windowNotShown: 'the system did not show the window',
    putAway: 'it was put away',
    alertPageMissing: 'the page of the alert window could not be loaded',
    alertPageGone: 'the page of the alert window crashed',
    notInView: 'the page is not in view',
    pictureMissing: 'its picture is missing',
    trayUnknown: 'the desktop does not tell whether it has a tray',
    unconfirmed: 'the system did not say that it was shown',
    heldBack: 'the system holds notifications back',
    daemonGone: 'the program that shows notifications was ended',
    ringShown: 'a ring is being shown',
    notAllowed: 'the browser does not let this page show notifications',
    soundBlocked: 'the browser plays no sound until the page is clicked',
    noAudioDevice: 'there is no audio device',
    deviceMissing: 'the chosen audio device is not there',
    otherTab: 'another tab of the browser plays it',
  },
  'zh-CN': {
    ended: '提醒在显示之前已结束',
    noWindow: 'Earshot 没有窗口',
    inTray: '窗口在托盘中，任务栏上没有按钮',
    inFront: 'Earshot 已在最前面',
    notRaised: '系统未将窗口调到前面',
    windowNotShown: '系统未显示该窗口',
    putAway: '已被收起',
    alertPageMissing: '无法加载提醒小窗的页面',
    alertPageGone: '提醒小窗的页面已崩溃',
    notInView: '页面不在视野中',
    pictureMissing: '缺少相应的图片',
    trayUnknown: '桌面未告知是否有托盘',
    unconfirmed: '系统未确认已显示',
    heldBack: '系统正在拦截通知',
    daemonGone: '显示通知的程序已退出',
    ringShown: '正在显示振铃提醒',
    notAllowed: '浏览器不允许此页面显示通知',
    soundBlocked: '点击页面之前，浏览器不会播放声音',
    noAudioDevice: '没有音频设备',
    deviceMissing: '所选的音频设备不存在',
    otherTab: '浏览器的另一个标签页正在播放',
  },
};
