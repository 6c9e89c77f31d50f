import { monthFiles } from '../textFormats/monthFiles.ts';

/** The trail's files: one for each month. */
export const { fileFor, inOrder, isExpired } = monthFiles('listens');
