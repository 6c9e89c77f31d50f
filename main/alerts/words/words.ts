import type { Language } from '../../../contract/language.ts';
import { en, type AlertWords } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** What tray, toast and alert window say, by language. */
export const alertWords: Readonly<Record<Language, AlertWords>> = { en, 'zh-CN': zhCN };

export type { AlertWords };
