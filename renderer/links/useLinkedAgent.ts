import { useEffect, useEffectEvent } from 'react';
import type { LinkRequest } from '../../contract/links.ts';

/** Calls `show` once for each link that asks for an agent to be shown. */
export function useLinkedAgent(link: LinkRequest, show: (workNo: string) => void): void {
  const workNo = link.kind === 'agent' ? link.workNo : null;
  const onLink = useEffectEvent(show);
  useEffect(() => {
    if (workNo !== null) onLink(workNo);
  }, [workNo]);
}
