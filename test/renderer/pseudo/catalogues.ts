import { en } from '../../../renderer/i18n/en/en.ts';
import { pseudo } from './pseudo.ts';

/** Stands in for renderer/i18n/catalogues.ts in the page that clippedText.spec.ts walks. */
export const catalogues = { en: pseudo(en), 'zh-CN': pseudo(en) };
