import { groupOnVdn } from '../gateway/agentgroup.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink } from '../gateway/link.ts';
import type { Log } from '../ports/log.ts';
import type { Rows } from './mergeAgent.ts';

export interface GroupNamesOptions {
  readonly log: Log;
  rows(): Rows | null;
  onNames(names: ReadonlyMap<number, string>): void;
}

/** The names of groups, for lists that give their numbers only: asked for until they are answered, and only then. */
export interface GroupNames {
  start(link: GatewayLink): void;
  stop(): void;
  /** The rows are new: a name may be missing. */
  update(): void;
}

export function createGroupNames(options: GroupNamesOptions): GroupNames {
  let link: GatewayLink | null = null;
  let asked = false;
  let abort = new AbortController();

  async function ask(here: GatewayLink): Promise<void> {
    asked = true;
    const reply = await groupOnVdn(here, abort.signal);
    if (here !== link) return;
    if (reply.ok) options.onNames(reply.value);
    else if (isLost(reply.failure)) asked = false;
    // Without names the numbers remain; the query is known from clients only, and may not be there.
    else options.log.info('names of groups are not to be had');
  }

  return {
    start: (started) => {
      link = started;
      asked = false;
    },
    stop: () => {
      link = null;
      abort.abort();
      abort = new AbortController();
    },
    update: () => {
      const rows = options.rows();
      if (asked || link === null || rows === null) return;
      for (const { group, groupId } of rows.values()) {
        if (group !== '' || groupId === null) continue;
        void ask(link);
        return;
      }
    },
  };
}

/** Whether it was no answer to the query itself, so that another try may bring one. */
function isLost(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'aborted':
      return true;
    case 'refused':
    case 'invalidResponse':
      return false;
  }
}
