import type { AgentState } from '../../contract/agentState.ts';
import type { listenOutcomes } from '../../contract/state.ts';

type ListenOutcome = (typeof listenOutcomes)[number];

const number = new Intl.NumberFormat('en');
const agents = (count: number): string => `${number.format(count)} ${count === 1 ? 'agent' : 'agents'}`;

/** Every word on screen. `{name}` and the like are filled in where the phrase is shown. */
export const en = {
  locale: 'en-GB',
  product: 'Earshot',
  titleWithStep: '{step} · Earshot',
  titleWithMissed: '({count}) Earshot',
  number: (value: number): string => number.format(value),

  start: {
    connecting: 'Connecting to Earshot',
    unreachable: 'Earshot cannot be reached',
    unreachableRemedy: 'It may have been stopped. Start it again and open the address that it prints. This page keeps trying.',
    showsWhatWas: 'Earshot cannot be reached. What you see is as it was at {time}, and nothing can be done from here.',
  },

  signIn: {
    lead: 'Hear your agents’ live calls. Earshot tells you when your phone rings.',
    gatewayAddress: 'Gateway address',
    agentId: 'Agent ID',
    password: 'Password',
    phoneNumber: 'Phone number',
    phoneHint: 'This is the phone that will ring when you listen.',
    signIn: 'Sign in',
    cancel: 'Cancel',
    signingIn: 'Signing in to {gateway}',
    resuming: 'Resuming the session of {agentId} at {gateway}',
    signingOut: 'Signing out {agentId}',
    missing: {
      gatewayAddress: 'Enter the gateway’s address.',
      agentId: 'Enter your agent ID.',
      password: 'Enter your password.',
      phoneNumber: 'Enter the number of your phone.',
    },
    version: 'Version {version}',
  },

  certificate: {
    unknownTitle: 'Check the gateway’s certificate',
    unknownLead:
      'This is the first time Earshot meets {gateway}, and this computer cannot confirm who runs it. Nothing was sent yet: no agent ID and no password.',
    unknownAdvice:
      'Compare the fingerprint with the one that your administrator gives you. Trust the certificate only if they are the same.',
    changedTitle: 'The gateway’s certificate has changed',
    changedLead:
      '{gateway} shows another certificate than the one trusted before. Someone may be posing as your gateway. Nothing was sent: no agent ID and no password.',
    changedAdvice:
      'Do not sign in here. Ask your administrator whether the certificate was renewed. Earshot goes on only when the old one was removed.',
    notValidTitle: 'The gateway’s certificate is not valid',
    notValidLead: 'Earshot does not sign in to {gateway} with this certificate. Nothing was sent: no agent ID and no password.',
    notValidAdvice: 'Check the date and time of this computer. If they are right, ask your administrator for a new certificate.',
    why: 'Why it is not trusted',
    subject: 'Issued to',
    issuer: 'Issued by',
    validFrom: 'Valid from',
    validTo: 'Valid to',
    fingerprint: 'SHA-256 fingerprint',
    fingerprintNow: 'SHA-256 fingerprint shown now',
    fingerprintBefore: 'SHA-256 fingerprint trusted before',
    trust: 'Trust this certificate',
    cancel: 'Cancel',
  },

  takeOver: {
    title: 'Already signed in elsewhere',
    lead: 'Agent ID {agentId} is signed in at {gateway} on another computer or in another program.',
    effect: 'Taking over signs that one out. A listen or call that is under way there may end.',
    takeOver: 'Take over',
    cancel: 'Cancel',
  },

  connection: { live: 'Live', stale: 'Stale', offline: 'Offline' },
  lastContact: 'last contact {age}',
  age: {
    second: (value: number): string => `${String(value)} s ago`,
    minute: (value: number): string => `${String(value)} min ago`,
    hour: (value: number): string => `${String(value)} h ago`,
  },

  shell: {
    ownState: 'You',
    goIdle: 'Go idle',
    signOut: 'Sign out',
    signedInAs: 'Signed in as {agentId}',
    signedInAt: 'Signed in as {agentId} at {gateway}',
    search: 'Search agents',
    clearSearch: 'Clear search',
    notices: 'Notices',
    dismiss: 'Dismiss',
  },

  states: {
    talking: 'Talking',
    answering: 'Answering',
    occupied: 'On a call',
    preoccupied: 'Preoccupied',
    idle: 'Idle',
    wrapUp: 'Wrap-up',
    busy: 'Busy',
    rest: 'Rest',
    preRest: 'Rest soon',
    study: 'Study',
    signedOut: 'Signed out',
    unknown: 'Not known',
  } satisfies Record<AgentState, string>,

  roster: {
    grid: 'Agents',
    workNo: 'Number',
    name: 'Name',
    group: 'Group',
    state: 'State',
    timeInState: 'Time in state',
    action: 'Listen',
    listen: 'Listen',
    listenTo: 'Listen to {workNo}',
    filter: 'Filter by state',
    all: 'All',
    count: agents,
    countOf: (shown: number, all: number): string => `${number.format(shown)} of ${agents(all)}`,
    leftOut: (count: number): string => (count === 1 ? '1 entry could not be read' : `${number.format(count)} entries could not be read`),
    atLeast: 'At least this long: the change was before Earshot looked',
    loading: 'Loading the agents',
    empty: 'No agent is signed in',
    emptyHint: 'Agents appear here as they sign in.',
    noMatch: 'No agent matches',
    noMatchHint: 'Change the search or the filter, or show all agents again.',
    showAll: 'Show all agents',
    failed: 'The agents could not be loaded',
    oldRows: 'The list is from {time}, {age}.',
    staleRows: 'There is no news from the gateway. The list may be out of date.',
  },

  /** Why Listen cannot be used now. */
  blocked: {
    unreachable: 'Earshot cannot be reached.',
    offline: 'There is no contact with the gateway.',
    listenUnderWay: 'You can listen to one agent at a time. Stop the present listen first.',
    notIdle: 'You are not idle. Go idle to listen.',
    ownCall: 'You are on a call. You can listen when it is over.',
    ownStateUnknown: 'Your own state is not known. Go idle to listen.',
    agentSignedOut: 'This agent is signed out.',
  },
  nothingToHear: 'There is nothing to hear until a call begins.',

  listen: {
    region: 'Your listen',
    none: 'Not listening',
    noneHint: 'Choose Listen beside an agent. Your phone rings, and you hear the call when you pick up.',
    requesting: 'Asking the gateway to listen to {name} ({workNo})',
    requestingHint: 'Then your phone will ring.',
    calling: 'Calling your phone',
    callingHint: 'When it rings, pick up to listen to {name} ({workNo}).',
    ringing: 'Your phone is ringing',
    ringingHint: 'Pick up to listen to {name} ({workNo})',
    listening: 'Listening to {name} ({workNo})',
    listeningHint: 'You are connected on your phone. Hang up or stop to end.',
    stopping: 'Stopping',
    stoppingHint: 'Ending your listen to {name} ({workNo}).',
    outcomeUnknown: 'It is not known whether your listen began',
    outcomeUnknownHint: '{name} ({workNo}). Earshot is asking the gateway; pick up if your phone rings.',
    stop: 'Stop listening',
    again: 'Listen again',
    dismiss: 'Dismiss',
    elapsed: 'Time in this step',
    lastKnown: 'This is the last known step; there is no contact with the gateway. To end it now, hang up your phone.',
    heardFor: 'Connected for {duration}.',
    ended: {
      refused: 'The gateway refused the listen to {name} ({workNo}).',
      notAnswered: 'You did not hear {name} ({workNo}).',
      declined: 'You did not hear {name} ({workNo}).',
      phoneUnavailable: 'You did not hear {name} ({workNo}).',
      hungUp: 'You hung up. You were listening to {name} ({workNo}).',
      endedByOtherSide: 'The call of {name} ({workNo}) is over.',
      stopped: 'You stopped listening to {name} ({workNo}).',
      notStarted: 'The listen to {name} ({workNo}) did not begin.',
      endedUnseen: 'You are not listening to {name} ({workNo}).',
      sessionOver: 'Your session ended, and with it your listen to {name} ({workNo}).',
    } satisfies Record<ListenOutcome, string>,
  },

  ring: {
    title: 'Your phone is ringing',
    pickUp: 'Pick up to listen to {name} ({workNo})',
    notPending: 'Your phone is ringing, but no listen is pending',
    notPendingHint: 'Earshot did not ask for this call.',
  },

  /** What the browser keeps from the inspector. */
  hindrance: {
    sound: 'Your phone rang without a sound: this browser plays none until you click the page. Click anywhere to hear the next one.',
    notifications: 'This browser does not show Earshot’s notifications yet.',
    allow: 'Allow notifications',
  },

  unreachable: {
    code: 'earshot-unreachable',
    sentence: 'Earshot cannot be reached, so nothing was done.',
    remedy: 'Start Earshot again, then try once more.',
  },
};

/** The shape that every language's catalogue has. */
export type Words = typeof en;
