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
      'Do not sign in here. Ask your administrator whether the certificate was renewed. If it was, you can replace the old one in Settings, under Trusted gateways.',
    changedAdministered:
      'Do not sign in here. Your administrator decides which certificates are trusted; tell your administrator of this one.',
    forbiddenTitle: 'The gateway’s certificate is not trusted',
    forbiddenLead: 'This computer cannot confirm who runs {gateway}. Nothing was sent: no agent ID and no password.',
    forbiddenAdvice: 'Your administrator decides which certificates are trusted. Give your administrator the fingerprint above.',
    notValidTitle: 'The gateway’s certificate is not valid',
    notValidLead: 'Earshot does not sign in to {gateway} with this certificate. Nothing was sent: no agent ID and no password.',
    notValidAdvice: 'Check the date and time of this computer. If they are right, ask your administrator for a new certificate.',
    why: 'Why it is not trusted',
    subject: 'Issued to',
    issuer: 'Issued by',
    nobody: 'Nobody is named',
    valid: 'Valid',
    period: '{from} to {to}',
    more: 'Key, serial number and authorities',
    names: 'Good for',
    chain: 'Authorities above it',
    key: 'Key',
    serialNumber: 'Serial number',
    decidedBy: 'Trusted by',
    deciders: { inspector: 'You', administrator: 'Your administrator' },
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
    notMet: 'Not yet',
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

  settings: {
    title: 'Settings',
    open: 'Settings',
    back: 'Back',
    sections: 'Sections',
    byAdministrator: 'Set by your administrator',
    trusted: {
      title: 'Trusted gateways',
      lead: 'Certificates that are trusted by their fingerprint. One that this computer confirms by itself is not listed here.',
      empty: 'No certificate is trusted by its fingerprint',
      emptyHint:
        'When this computer cannot confirm a gateway’s certificate, Earshot shows it at sign-in. What you trust there is listed here.',
      emptyAdministered: 'Your administrator decides which certificates are trusted, and has named none.',
      administered: 'Your administrator decides which certificates are trusted. You can take trust back, but not give it.',
      notCounting: 'Not used: your administrator decides which certificates are trusted.',
      forget: 'Forget',
      forgetAsk: 'Forget this certificate? At the next sign-in Earshot shows what {gateway} presents, and asks.',
      forgetSession: 'You are signed in to {gateway}. If your session rests on this certificate, it ends at once.',
      forgetYes: 'Forget it',
      forgetNo: 'Keep it',
      changed: 'This gateway has shown another certificate. Earshot did not sign in with it.',
      compare: 'Compare and replace',
      compareLead:
        'Compare the new fingerprint with the one that your administrator gives you. Replace the old certificate only if they are the same.',
      before: 'Trusted before',
      now: 'Shown now',
      leave: 'Leave it as it is',
      replace: 'Trust the new one instead',
      keepBoth: 'Trust both',
      keepBothHint: 'Both are right while a gateway moves from one certificate to the next, or when two servers share its address.',
    },
    rules: {
      title: 'Security',
      lead: 'How Earshot makes sure that it talks to your gateway. Only your administrator can change this.',
      userTrust: 'Who may trust a certificate',
      userTrustYes: 'You, after comparing its fingerprint',
      userTrustNo: 'Your administrator only',
      authorityFile: 'Certificate authorities',
      authorityNone: 'Those of this computer',
      authorityRead: (count: number): string =>
        `Those of this computer, and ${count === 1 ? 'one' : number.format(count)} of your administrator`,
      authorityUnreadable: 'Those of this computer. Your administrator’s file could not be read, and nothing in it is trusted.',
      expired: 'Certificates out of their dates',
      expiredNo: 'Refused',
      expiredYes: 'Accepted, if they are trusted by their fingerprint',
      minimumTls: 'Oldest encryption',
      tls: 'TLS {version}',
    },
  },

  unreachable: {
    code: 'earshot-unreachable',
    sentence: 'Earshot cannot be reached, so nothing was done.',
    remedy: 'Start Earshot again, then try once more.',
  },
};

/** The shape that every language's catalogue has. */
export type Words = typeof en;
