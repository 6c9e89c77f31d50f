import { z } from 'zod';

/** The languages that Earshot speaks, by their BCP 47 tags. */
export const languages = ['en', 'zh-CN'] as const;

export const languageSchema = z.enum(languages);

export type Language = z.infer<typeof languageSchema>;

/** The first of the system's languages that Earshot speaks; any Chinese is answered in Simplified Chinese. English where there is none. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [language] = tag.toLowerCase().split(/[-_]/);
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
