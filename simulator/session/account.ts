/** Who may sign in, with what the CTI has configured for them. */
export interface Account {
  readonly agentId: string;
  /** The name for loginbyaccount; the work number unless told otherwise, as the client that has it takes nothing else. */
  readonly account: string;
  readonly password: string;
  readonly phone: string;
  readonly name: string;
  /** May inspect (protocol.md 3; answered by iscensor). */
  readonly inspectionRight: boolean;
  /** May whisper to agents: a right of its own (protocol.md 3). */
  readonly whisperRight: boolean;
  /** May query other agents; otherwise 300-001. */
  readonly queryRight: boolean;
  /** Answered by ismonitor. */
  readonly monitorRight: boolean;
  /** Answered by isspymonitor. */
  readonly spyMonitorRight: boolean;
  /** Answered by issystem. */
  readonly systemRight: boolean;
  /** Answered by isreportmanager. */
  readonly reportRight: boolean;
  /** May pick up a colleague's ringing call; answered by ispickup. */
  readonly pickUpRight: boolean;
  /** 110-016. */
  readonly locked: boolean;
  /** 100-020. */
  readonly passwordExpired: boolean;
  /** A forced sign-in against their session gets 100-015. */
  readonly cannotBeForcedOut: boolean;
  /** `isForceChange` of the sign-in's answer. */
  readonly mustChangePassword: boolean;
  /** `timeRemaining` of the sign-in's answer: days until the password expires, "" = never. */
  readonly timeRemaining: string;
}

/** An inspector, as asked for: rights and no obstacles unless said otherwise. */
export type InspectorAccount = Pick<Account, 'agentId' | 'password' | 'phone'> & Partial<Omit<Account, 'agentId' | 'password' | 'phone'>>;

/** The whole account of an inspector. */
export function inspectorAccount(request: InspectorAccount): Account {
  return {
    account: request.agentId,
    name: `Inspector ${request.agentId}`,
    inspectionRight: true,
    whisperRight: true,
    queryRight: true,
    monitorRight: true,
    spyMonitorRight: false,
    systemRight: false,
    reportRight: false,
    pickUpRight: true,
    locked: false,
    passwordExpired: false,
    cannotBeForcedOut: false,
    mustChangePassword: false,
    timeRemaining: '',
    ...request,
  };
}

/** The account of an ordinary agent of the centre: no inspection right. */
export function agentAccount(agentId: string, name: string, phone: string): Account {
  return {
    ...inspectorAccount({ agentId, password: agentPassword(agentId), phone, name }),
    inspectionRight: false,
    whisperRight: false,
    monitorRight: false,
  };
}

/** The password with which an ordinary agent of the centre can be signed in. */
export function agentPassword(workNo: string): string {
  return `Agent-${workNo}`;
}

/** The inspectors a simulator has unless told otherwise. */
export const defaultInspectors: readonly InspectorAccount[] = [
  { agentId: '291', password: 'Inspect-291', phone: '40291' },
  { agentId: '292', password: 'Inspect-292', phone: '40292' },
];
