/*
 * What the readers of addresses take, as patterns for editors and policy templates. Of ASCII text they allow exactly that, but for
 * Punycode, which no pattern can check; text beyond ASCII (names in other scripts, full-width digits) they leave to the readers.
 */

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** Four numbers without leading zeros. */
const ipv4 = `${byte}(?:\\.${byte}){3}`;

const group = '[\\da-fA-F]{1,4}';
const full = `(?:${group}:){6}(?:${group}:${group}|${ipv4})`;
/** `::` stands for one group of zeros or more, so that seven groups at most are written, of which an IPv4 address is two. */
const atMostSeven = `(?!(?::*${group}\\b){8}|(?::*${group}\\b){7}\\.)`;
const compressed = `${atMostSeven}(?:${group}(?::${group})*)?::(?:(?:${group}:)*(?:${group}|${ipv4}))?`;
/** RFC 4291, 2.2. */
const ipv6 = `(?:${full}|${compressed})`;

/** Where the text of a name ends. */
const nameEnds = '(?![\\w.-])';
/** `http` and `https` are what is left of a scheme; a name whose last part is a number is an IPv4 address (URL standard, "ends in a number"). */
const notAName = `[hH][tT]{2}[pP][sS]?${nameEnds}|(?:[\\w-]+\\.)*(?:\\d+|0[xX][\\da-fA-F]*)\\.?${nameEnds}`;
const name = `(?!${notAName})[\\w-]+(?:\\.[\\w-]+)*\\.?`;

const host = `(?:${ipv4}\\.?|\\[${ipv6}\\]|${name})`;
/** 1 to 65535. */
const port = ':0*(?:6553[0-5]|655[0-2]\\d|65[0-4]\\d\\d|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3})';
const place = `${host}(?:${port})?`;

const beyondAscii = '(?=\\S*[^\\x00-\\x7F])';

function pattern(exact: string, beyond: string): RegExp {
  return new RegExp(`^(?:${exact}|${beyondAscii}${beyond})$`, 'u');
}

/** `host`, `host:port` or an https:// address without a path. */
export const gatewayPattern = pattern(`(?:https://)?${place}/?`, '(?:https://)?[^\\s/@?#]+/?');

/** An http:// or https:// address of a proxy. */
export const proxyPattern = pattern(`https?://${place}/?`, 'https?://[^\\s/@]+/?');

/** An entry of `proxyDirect` (directHost.ts). */
export const directHostPattern = pattern(`<-loopback>|<local>|\\*|(?:\\d{1,3}\\.){1,3}\\*|(?:\\*?\\.)?(?:${host}|${ipv6})`, '[^\\s/@]+');

const fingerprint = '(?:[0-9A-F]{2}:){31}[0-9A-F]{2}';

/** `host:port=SHA-256 fingerprint`. */
export const pinPattern = pattern(
  `(?=[^=]{1,300}=)(?:https://)?${place}(?:[/?#][^\\s=]*)?=${fingerprint}`,
  `[^\\s=]{1,300}=${fingerprint}`,
);
