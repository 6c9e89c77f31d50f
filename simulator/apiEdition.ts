/** How this gateway spells what the documents, their two editions and the clients spell differently. */
export interface ApiEdition {
  /** Decides the range of work numbers: 101–59999 (old) or 101–999999 (new). */
  readonly edition: 'old' | 'new';
  /** Whether events bear `eventGenTime` (new edition). */
  readonly eventGenTime: boolean;
  /** `status`, `ctiStatus` and `workno` in answers; the samples have strings. */
  readonly numbers: 'string' | 'number';
  /** `asClientsRead`: `groupname` in onlineagentonvdn and agentbyworkno, `groupName` in allagentstatus (protocol.md 3.2). */
  readonly groupField: 'asClientsRead' | 'groupname' | 'groupName';
  /** `result` of iscensor and its like: true or "true"; aPortal parses either (protocol.md 3.2). */
  readonly rights: 'boolean' | 'string';
  /**
   * What tells an agent that they were forced busy or idle: SetNotReady with reason 3, or the Force events of the clients
   * (protocol.md 9 point 7).
   */
  readonly forceEvents: 'documented' | 'asClientsRead';
}

/** The API of one edition, its open points filled with what its edition has. */
export function apiEditionOf(request: Partial<ApiEdition>): ApiEdition {
  const edition = request.edition ?? 'new';
  return {
    edition,
    eventGenTime: request.eventGenTime ?? edition === 'new',
    numbers: request.numbers ?? 'string',
    groupField: request.groupField ?? 'asClientsRead',
    rights: request.rights ?? 'boolean',
    forceEvents: request.forceEvents ?? 'documented',
  };
}

const lowestWorkNo = 101;

/** Whether the text is a work number of this edition, written plainly. */
export function isWorkNo(text: string, apiEdition: ApiEdition): boolean {
  if (!/^[1-9]\d{2,5}$/.test(text)) return false;
  const highest = apiEdition.edition === 'old' ? 59_999 : 999_999;
  const number = Number(text);
  return number >= lowestWorkNo && number <= highest;
}
