import tls from 'node:tls';

/** The certificate authorities that the system trusts beside those that Node carries, PEM, each once; before Node 22.15 the latter alone. */
export function systemAuthorities(): readonly string[] {
  const { getCACertificates } = tls as Partial<Pick<typeof tls, 'getCACertificates'>>;
  if (getCACertificates === undefined) return tls.rootCertificates;
  // Most are in both, and Linux keeps each in two places: every one that is told of costs time with each connection's context.
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}
