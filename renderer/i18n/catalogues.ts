import type { Language } from '../../contract/language.ts';
import { en } from './en/en.ts';
import type { Words } from './Words.ts';
import { zhCN } from './zh-CN/zh-CN.ts';

export const catalogues: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN };
