/** From where the page may be connected to its application: nowhere where a preload script does it, else its own server. */
export type PageConnection = "'none'" | "'self'";

/** The page needs nothing but its own files: no inline code, no other origin, no frame around it, no form that is sent. */
export function contentSecurityPolicy(connection: PageConnection): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    `connect-src ${connection}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Headers of every answer that either host gives its page, refusals too. */
export function pageSecurityHeaders(connection: PageConnection): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connection),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  };
}
