import { makeCertificate, type Certificate } from '../../simulator/certificate.ts';

let made: Promise<Certificate> | null = null;

/** One for all simulators of this process whose certificate is not what is tested: to make one costs as much as to start five. */
export function gatewayCertificate(): Promise<Certificate> {
  return (made ??= makeCertificate({}, Date.now()));
}
