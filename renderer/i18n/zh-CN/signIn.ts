import type { Words } from '../Words.ts';
import { phrase } from '../phrase.ts';

export const signIn: Words['signIn'] = {
  lead: '实时监听座席通话。您的话机振铃时，Earshot 会提醒您。',
  gatewayAddress: '网关地址',
  agentId: '工号',
  password: '密码',
  phoneNumber: '话机号码',
  phoneHint: '监听时，此话机会振铃。',
  signIn: '签入',
  takeOver: '接管',
  keepSignedIn: '保持签入',
  keepSignedInHint: '密码将加密保存在本机，直到您签出。',
  cancel: '取消',
  signingIn: phrase('正在签入 {gateway}'),
  resuming: phrase('正在恢复工号 {agentId} 在 {gateway} 的会话'),
  signingOut: phrase('正在签出工号 {agentId}'),
  missing: {
    gatewayAddress: '请输入网关地址。',
    agentId: '请输入您的工号。',
    password: '请输入密码。',
    phoneNumber: '请输入话机号码。',
  },
  version: phrase('版本 {version}'),
};

export const takeOver: Words['takeOver'] = {
  title: '该工号已在别处签入',
  lead: phrase('工号 {agentId} 已在另一台电脑或另一个程序上签入 {gateway}。'),
  effect: '接管会使对方签出，对方正在进行的监听或通话可能随之结束。',
  takeOver: '接管',
  cancel: '取消',
};
