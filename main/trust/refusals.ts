import type { CommandAnswer } from '../../contract/commands.ts';

export const done: CommandAnswer = { ok: true };

export const administratorDecides: CommandAnswer = {
  ok: false,
  problem: {
    code: 'trust-administered',
    sentence: 'Your administrator decides which certificates are trusted.',
    remedy: 'Ask your administrator to add the certificate.',
  },
};

export const setByAdministrator: CommandAnswer = {
  ok: false,
  problem: {
    code: 'pin-administered',
    sentence: 'This certificate is set by your administrator.',
    remedy: 'Ask your administrator if it shall not be trusted any more.',
  },
};

export const notShown: CommandAnswer = {
  ok: false,
  problem: {
    code: 'certificate-not-shown',
    sentence: 'The gateway has shown another certificate since, so nothing was trusted.',
    remedy: 'Look at the certificate that is shown now.',
  },
};

export const nothingToForget: CommandAnswer = {
  ok: false,
  problem: {
    code: 'certificate-unknown',
    sentence: 'This certificate is not among the trusted ones any more.',
    remedy: 'Nothing has to be done.',
  },
};
