/** Whether the tests run on Windows' Node.js under Wine (`npm run test:windows` on Linux). */
export const isWine = process.env['EARSHOT_WINE'] === '1';

/** Why what rests on one holder of a named pipe is skipped there. */
export const pipesOfWine = 'Wine 8 lets two listeners in on one named pipe, so that no lock holds there';
