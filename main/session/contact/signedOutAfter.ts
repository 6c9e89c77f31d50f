/** Without a poll for this long (ms) the gateway has signed the agent out (protocol.md 1.3). */
export const signedOutAfter = 120_000;
