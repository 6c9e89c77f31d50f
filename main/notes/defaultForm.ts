import type { ScoreForm } from '../../contract/notes.ts';

/** The scorecard where the administrator names no other: what most centres judge of a call, and nothing about the customer. */
export const defaultForm: ScoreForm = {
  title: { en: 'Call quality', 'zh-CN': '通话质量' },
  criteria: [
    { kind: 'points', id: 'opening', name: { en: 'Opening', 'zh-CN': '开场' }, most: 5 },
    { kind: 'points', id: 'understanding', name: { en: 'Understood the request', 'zh-CN': '理解诉求' }, most: 5 },
    { kind: 'points', id: 'solution', name: { en: 'Right solution', 'zh-CN': '解决得当' }, most: 5 },
    { kind: 'points', id: 'manner', name: { en: 'Friendly and clear', 'zh-CN': '友好清晰' }, most: 5 },
    { kind: 'yesNo', id: 'closing', name: { en: 'Summed up at the end', 'zh-CN': '结束时作了小结' }, points: 5, fatal: false },
    { kind: 'yesNo', id: 'rules', name: { en: 'Kept the rules', 'zh-CN': '遵守规定' }, points: 5, fatal: true },
  ],
};
