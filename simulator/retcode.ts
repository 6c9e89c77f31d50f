/** The retcodes that this simulator answers by itself (protocol.md 6). */
export const retcode = {
  success: '0',
  wrongEventMethod: '000-001',
  invalidParameter: '000-002',
  noRightToCall: '000-003',
  inspectsHimself: '000-005',
  messageParameterError: '000-006',
  invokedRepeatedly: '000-007',
  signInParametersEmpty: '100-001',
  alreadySignedIn: '100-002',
  wrongPassword: '100-004',
  signOutParametersInvalid: '100-005',
  notSignedIn: '100-006',
  stateNotSet: '100-009',
  signOutStateError: '100-010',
  operationException: '100-007',
  signInParametersInvalid: '100-011',
  wrongAgentType: '100-012',
  phoneInvalid: '100-013',
  phoneOutOfRange: '100-014',
  cannotBeForcedOut: '100-015',
  ipInvalid: '100-016',
  skillsQueryInvalid: '100-019',
  passwordExpired: '100-020',
  signInInProgress: '100-021',
  accountLocked: '110-016',
  numberWrong: '200-001',
  nothingToAnswer: '200-002',
  nothingToMute: '200-003',
  alreadyMuted: '200-004',
  nothingToUnmute: '200-007',
  notMuted: '200-008',
  nothingToJoin: '200-010',
  noHeldCallToJoin: '200-011',
  nothingToTransfer: '200-012',
  nothingToHold: '200-013',
  holdStateError: '200-014',
  nothingToUnhold: '200-015',
  unholdStateError: '200-016',
  nothingToEnd: '200-017',
  noCallForHelp: '200-018',
  nothingToDisconnect: '200-023',
  noSuchNumber: '200-024',
  nothingToRelease: '200-025',
  noCall: '200-026',
  noQueryRight: '300-001',
  agentDoesNotExist: '300-002',
  groupAgentDoesNotExist: '300-003',
  groupDoesNotExist: '300-004',
  noCallData: '400-001',
  noHeldCallData: '400-003',
  noConference: '101-001',
  noChat: '106-001',
  noRecording: '500-001',
  notPlaying: '500-003',
  nothingToStopPlaying: '500-009',
  noSkillQueue: '600-005',
  noMediaConference: '701-001',
  noQcRight: '900-002',
  qcResourceUnavailable: '900-003',
  qcNoAgentInformation: '900-004',
  qcStateError: '900-005',
} as const;

export type Retcode = (typeof retcode)[keyof typeof retcode];

/** The `message` that goes with a retcode; the documents say not to test it. */
export function messageOf(code: Retcode): string {
  switch (code) {
    case '0':
      return '';
    case '000-001':
      return 'The method of obtaining events is incorrect.';
    case '000-002':
      return 'The URL, IP address or an interface parameter is invalid.';
    case '000-003':
      return 'No right to call the interface. The authentication may have expired.';
    case '000-005':
      return 'The agent to be inspected is the inspector.';
    case '000-006':
      return 'Message parameter error.';
    case '000-007':
      return 'The interface is invoked repeatedly.';
    case '100-001':
      return 'A sign-in parameter is empty or invalid.';
    case '100-002':
      return 'The agent has already signed in.';
    case '100-004':
      return 'Wrong user name or password.';
    case '100-005':
      return 'A sign-out parameter is invalid.';
    case '100-006':
      return 'The agent is not signed in.';
    case '100-007':
      return 'Exception in an operation.';
    case '100-009':
      return 'Setting the agent state failed.';
    case '100-010':
      return 'State error at sign-out.';
    case '100-011':
      return 'A sign-in parameter is invalid.';
    case '100-012':
      return 'Wrong agent type.';
    case '100-013':
      return 'The phone number is invalid.';
    case '100-014':
      return 'The phone number is out of the configured range.';
    case '100-015':
      return 'The agent is signed in and cannot be forced out.';
    case '100-016':
      return 'The IP address is invalid.';
    case '100-019':
      return 'A parameter of the skill query is invalid.';
    case '100-020':
      return 'The password has expired.';
    case '100-021':
      return 'The sign-in is in progress. Do not repeat it.';
    case '110-016':
      return 'The account is locked.';
    case '200-001':
      return 'The dialled number is wrong.';
    case '200-002':
      return 'There is no call to answer.';
    case '200-003':
      return 'There is no call to mute.';
    case '200-004':
      return 'The call is muted already.';
    case '200-007':
      return 'There is no call to unmute.';
    case '200-008':
      return 'The call is not muted.';
    case '200-010':
      return 'There is no call for a three-party talk.';
    case '200-011':
      return 'There is no held call for a three-party talk.';
    case '200-012':
      return 'There is no call to transfer.';
    case '200-013':
      return 'There is no call to hold.';
    case '200-014':
      return 'The call cannot be held in its present state.';
    case '200-015':
      return 'There is no call to take from hold.';
    case '200-016':
      return 'The call is not held.';
    case '200-017':
      return 'There is no call to end.';
    case '200-018':
      return 'There is no call for internal help.';
    case '200-023':
      return 'There is no call whose number could be released.';
    case '200-024':
      return 'The number is in no call.';
    case '200-025':
      return 'There is no call to release.';
    case '200-026':
      return 'There is no call.';
    case '300-001':
      return 'No right to query agent information.';
    case '300-002':
      return 'The agent does not exist.';
    case '300-003':
      return 'The agent whose group is queried does not exist.';
    case '300-004':
      return 'The group does not exist.';
    case '400-001':
    case '400-003':
      return 'There is no call.';
    case '101-001':
    case '701-001':
      return 'There is no conference.';
    case '106-001':
      return 'There is no chat.';
    case '500-001':
      return 'There is no recording.';
    case '500-003':
    case '500-009':
      return 'Nothing is being played.';
    case '600-005':
      return 'The skill queue is not configured.';
    case '900-002':
      return 'No QC right.';
    case '900-003':
      return 'ResourceUnavailable exception during QC.';
    case '900-004':
      return 'No agent information during monitoring.';
    case '900-005':
      return 'State error during QC.';
  }
}
