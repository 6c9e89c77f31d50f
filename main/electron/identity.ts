/**
 * Equal to `appId` in electron-builder.yml (a test compares them): Windows shows toasts only for
 * the id that the installer's Start menu shortcut carries.
 */
export const appId = 'app.earshot.desktop';

/** The only origin that Earshot ever shows. */
export const pageScheme = 'app';
export const pageHost = 'earshot';
export const pageOrigin = `${pageScheme}://${pageHost}`;
export const pageUrl = `${pageOrigin}/index.html`;
export const alertPageUrl = `${pageOrigin}/alert.html`;
