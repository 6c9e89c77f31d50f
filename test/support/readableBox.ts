import type { SecretBox } from '../../main/ports/storage.ts';

/** Not encryption, but not plain either: a test can tell the one from the other. */
export const readableBox: SecretBox = {
  available: () => true,
  seal: (text) => Buffer.from(text).toString('base64'),
  open: (sealed) => Buffer.from(sealed, 'base64').toString(),
};
