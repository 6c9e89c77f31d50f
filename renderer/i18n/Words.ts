export type { Words } from './en.ts';
