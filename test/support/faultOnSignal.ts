/**
 * Loaded into a host's process before it starts: SIGUSR2 makes an error that nothing catches and a rejection that nobody
 * handles, whose words stand reversed in EARSHOT_TEST_FAULT: a test that searches the environment for them must not find them there.
 */
const words = Buffer.from(process.env['EARSHOT_TEST_FAULT'] ?? '')
  .reverse()
  .toString();

process.on('SIGUSR2', () => {
  setTimeout(() => {
    throw new TypeError(`wrong: ${words}\n    at ${words} (${words}:1:1)`);
  });
  void Promise.reject(new Error(words, { cause: words }));
});
