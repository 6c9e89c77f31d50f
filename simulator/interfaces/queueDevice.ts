import { resulting } from '../answer.ts';
import { allGroups } from '../centre/skillGroups.ts';
import { mediaTypeVoice } from './agentListing.ts';
import { query } from './interface.ts';
import type { Interface } from './interface.ts';

/** queuedevice: the skill queues of the caller's VDN (cec_07_0409; under the query limit, protocol.md 0). */
export function queueDevice(): Interface[] {
  return [
    query('queuedevice/{agentid}/agentvdnskill', 'querySkillQueueOnAgentVDN', () =>
      resulting(allGroups.map(({ id, name }) => ({ name, id, mediatype: mediaTypeVoice, serviceType: 1, realFlag: 1 }))),
    ),
  ];
}
