/** Points on which gateways differ or the documents are silent. */
export interface InspectionRules {
  /** The CTI option "Support QC on QC Inspectors" (protocol.md 3); without it 900-002. */
  readonly inspectInspectors: boolean;
  /** Whether an agent without a call may be listened to; the two documents differ (protocol.md 3.1 step 9). Otherwise 900-005. */
  readonly listenToIdle: boolean;
  /** Whether the end of the customer's call ends the listen (protocol.md 3.1 step 8). */
  readonly endsWithCall: boolean;
  /** Whether a listened agent who is moved to another group is lost to the inspector; undocumented, as 8. */
  readonly endsWithMove: boolean;
}

/** What the API pages say, and where they are silent, what protocol.md expects. */
export const defaultRules: InspectionRules = {
  inspectInspectors: false,
  listenToIdle: true,
  endsWithCall: true,
  endsWithMove: false,
};
