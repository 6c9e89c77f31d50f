import tls from 'node:tls';

/** The certificate authorities that the system trusts beside those that Node carries, PEM; before Node 22.15 the latter alone. */
export function systemAuthorities(): readonly string[] {
  const { getCACertificates } = tls as Partial<Pick<typeof tls, 'getCACertificates'>>;
  if (getCACertificates === undefined) return tls.rootCertificates;
  return [...getCACertificates('default'), ...getCACertificates('system')];
}
