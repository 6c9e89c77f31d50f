import type { Interface } from '../interfaces/interface.ts';

/** The path under which every interface lies (protocol.md 0). */
export const basePath = '/agentgateway/resource/';

/** What a method and a path lead to. */
export type Route =
  | { readonly kind: 'interface'; readonly interface: Interface; readonly parameters: ReadonlyMap<string, string> }
  /** The path is some interface's, the method is not. */
  | { readonly kind: 'wrongMethod' }
  | { readonly kind: 'unknownPath' }
  /** Not the gateway's REST interface at all. */
  | { readonly kind: 'outside' };

/** Finds the interface of a request among these. A trailing slash changes nothing: aPortal writes `iscensor/`. */
export function routeOf(method: string, pathname: string, interfaces: readonly Interface[]): Route {
  if (!pathname.startsWith(basePath)) return { kind: 'outside' };
  const segments = decodedSegments(pathname.slice(basePath.length).replace(/\/$/, ''));
  if (segments === null) return { kind: 'unknownPath' };
  let pathIsKnown = false;
  for (const candidate of interfaces) {
    const parameters = match(candidate.path.split('/'), segments);
    if (parameters === null) continue;
    if (candidate.method === method) return { kind: 'interface', interface: candidate, parameters };
    pathIsKnown = true;
  }
  return pathIsKnown ? { kind: 'wrongMethod' } : { kind: 'unknownPath' };
}

function decodedSegments(path: string): string[] | null {
  try {
    return path.split('/').map((segment) => decodeURIComponent(segment));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function match(pattern: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parameters = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined) return null;
    if (expected.startsWith('{')) parameters.set(expected.slice(1, -1), segment);
    else if (expected !== segment) return null;
  }
  return parameters;
}
