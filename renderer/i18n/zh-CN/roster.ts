import type { Words } from '../Words.ts';
import { number } from './counts.ts';
import { phrase } from '../phrase.ts';

export const roster: Words['roster'] = {
  grid: '座席',
  star: '收藏',
  workNo: '工号',
  name: '姓名',
  group: '班组',
  skills: '技能队列',
  state: '状态',
  timeInState: '状态时长',
  phone: '话机',
  listenable: '能否监听',
  inspectedBy: '质检员',
  action: '监听',
  listen: '监听',
  listenTo: phrase('监听 {workNo}'),
  stop: '停止',
  stopListeningTo: phrase('停止监听 {workNo}'),
  favourite: phrase('收藏：{workNo}'),
  nowFavourite: '已收藏',
  noFavourite: '已取消收藏',
  gone: '已不在列表中',
  noSkills: '无',
  noGroup: '无班组',
  phoneEnding: phrase('…{ending}'),
  you: '我',
  yourListen: '您在监听',
  canListen: '可以',
  noCall: '当前无通话',
  longTalk: '长通话',
  moved: (count) => `${number(count)} 名座席位置有变`,
  refresh: '刷新顺序',
  wider: '横向还有更多列',
  match: (count) => `${number(count)} 名座席符合`,
  filter: '按状态筛选',
  all: '全部',
  count: (count) => `${number(count)} 名座席`,
  countOf: (shown, all) => `${number(shown)} / ${number(all)} 名座席`,
  leftOut: (count) => `${number(count)} 条记录无法读取`,
  loading: '正在加载座席',
  empty: '没有座席签入',
  emptyHint: '座席签入后会显示在这里。',
  noMatch: '没有符合的座席',
  noMatchHint: '请更改搜索或筛选条件，或重新显示全部座席。',
  showAll: '显示全部座席',
  failed: '无法加载座席',
  oldRows: phrase('列表更新于 {time}，{age}。'),
  staleRows: '网关暂无消息，列表可能不是最新的。',
  comingRows: '正在获取新列表。',
};

export const filters: Words['filters'] = {
  title: '筛选与视图',
  group: '班组',
  groups: (count) => (count === 0 ? '全部班组' : `${number(count)} 个班组`),
  allGroups: '全部班组',
  time: '状态时长（分钟）',
  atLeast: '至少',
  atMost: '至多',
  anyTime: '不限时长',
  timeLabel: (least, most) => {
    if (least === null && most === null) return '不限状态时长';
    if (most === null) return `≥ ${String(least)} 分钟`;
    return least === null ? `≤ ${String(most)} 分钟` : `${String(least)} 至 ${String(most)} 分钟`;
  },
  listenable: '可监听',
  favourites: '收藏',
};

export const views: Words['views'] = {
  title: '视图',
  none: '将当前的筛选和排序保存为视图，以后按一个快捷键即可恢复。',
  key: phrase('Alt+{number}'),
  remove: phrase('删除 {name}'),
  name: '名称',
  save: '保存视图',
  full: '视图已满，请先删除一个。',
};

export const columns: Words['columns'] = {
  title: '列',
  earlier: phrase('将“{name}”左移'),
  later: phrase('将“{name}”右移'),
  movedTo: (name, place, all) => `${name}，第 ${String(place)} 列，共 ${String(all)} 列`,
  compact: '紧凑行距',
  reset: '恢复默认列和排序',
};

export const blocked: Words['blocked'] = {
  unreachable: '无法连接 Earshot。',
  notAllowed: '监听功能已关闭。由管理员设置。',
  offline: '与网关失去联系。',
  listenUnderWay: '一次只能监听一名座席，请先停止当前监听。',
  notIdle: '您不是空闲态，请先示闲再监听。',
  ownCall: '您正在通话，通话结束后即可监听。',
  ownStateUnknown: '您自己的状态未知，请先示闲再监听。',
  agentSignedOut: '该座席未签入。',
  noVoice: '该座席未签入语音。',
  gone: '该座席已不在列表中。',
  noRight: '网关已拒绝：您的工号没有监听该座席的权限。',
};

export const blockedShort: Words['blockedShort'] = {
  unreachable: '无法连接',
  notAllowed: '已关闭',
  offline: '失去联系',
  listenUnderWay: '监听进行中',
  notIdle: '您非空闲态',
  ownCall: '您正在通话',
  ownStateUnknown: '请先示闲',
  agentSignedOut: '未签入',
  noVoice: '未签入语音',
  gone: '已不在列表中',
  noRight: '没有权限',
};

export const nothingToHear = '通话开始前没有内容可听。';
