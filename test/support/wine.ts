/** Whether the tests run on Windows' Node.js under Wine (`npm run test:windows` on Linux). */
export const isWine = process.env['EARSHOT_WINE'] === '1';
