import type { CommandAnswer } from '../../../contract/commands.ts';
import type { Problem, ProblemMeaning } from '../../../contract/problem.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import { listenOutcomes, type AppState, type Listen, type Session } from '../../../contract/state.ts';
import type { PinnedCertificate } from '../../../contract/trust.ts';
import { noteFaces } from './noteFaces.ts';
import { ruleFaces } from './ruleFaces.ts';
import { statisticsFaces } from './statisticsFaces.ts';
import { worklistFaces } from './worklistFaces.ts';
import { alertFaces } from './alertFaces.ts';
import { modeFaces } from './modeFaces.ts';
import { people } from './people.ts';
import { freshSettings } from '../../support/settings.ts';
import { freshState } from '../../support/state.ts';

/** One thing that the window can show. */
export interface Face {
  readonly name: string;
  readonly state: AppState;
  readonly rows: readonly RosterRow[] | null;
  /** What the face's commands answer; ok where it does not say. */
  readonly answer?: CommandAnswer;
  /** Taken in a small window too. */
  readonly small?: boolean;
  /** What a person does before the picture is taken. */
  readonly act?:
    | 'settings'
    | 'settingsSecurity'
    | 'settingsAlerts'
    | 'standing'
    | 'standingChange'
    | 'standingEmpty'
    | 'details'
    | 'settingsCompare'
    | 'settingsForget'
    | 'certificateMore'
    | 'submitEmpty'
    | 'search'
    | 'searchNothing'
    | 'chip'
    | 'sortByTime'
    | 'keyboard'
    | 'lose'
    | 'listen'
    | 'scroll'
    | 'notes'
    | 'oneNote'
    | 'settingsNotes'
    | 'worklist'
    | 'statistics'
    | 'settingsWorklist'
    | 'settingsRules'
    | 'ruleEditor'
    | 'wallboard'
    | 'fold';
}

const filled = { gatewayAddress: 'https://gateway.example:8443', agentId: '1001', password: 'secret', phoneNumber: '88001001' };
const gateway = 'gateway.example:8443';
const fingerprint = 'A3:5F:0C:91:7B:D2:44:E8:19:6A:C0:3D:F5:82:BE:07:61:9E:D4:2B:58:F3:0A:C7:96:1D:E5:7F:B8:24:6C:90';
const otherPrint = '1B:E7:54:A9:02:CD:8F:36:D0:75:4E:B1:9C:28:F6:63:0F:D8:A2:47:EC:15:7A:B3:5D:C9:31:84:F0:6E:9B:2A';

/** Every end of a session, but being signed in elsewhere, which has a face of its own. */
const sessionEnds: readonly ProblemMeaning[] = [
  'signed-out-there',
  'session-timed-out',
  'session-gone-meanwhile',
  'guid-refused',
  '105-006',
  'sign-out-unconfirmed',
  'no-guid',
  'kept-sign-in-unreadable',
  'trust-withdrawn',
];

export function facesAt(now: number): readonly Face[] {
  const refused: Problem = {
    code: '100-004',
    meaning: '100-004',
  };
  const noContact: Problem = {
    code: 'connection-refused',
    meaning: 'connection-refused',
  };
  const kicked: Problem = {
    code: '100-006',
    meaning: 'session-kicked',
  };
  const certificate = {
    subject: 'CN=gateway.example, OU=Contact Centre, O=Example Bank',
    issuer: 'CN=gateway.example, OU=Contact Centre, O=Example Bank',
    validFrom: Date.UTC(2026, 0, 4, 8, 30),
    validTo: Date.UTC(2028, 0, 4, 8, 30),
    fingerprint,
    serialNumber: '4F1A92C3D07755AE10B2',
    key: 'RSA 2048',
    names: ['gateway.example', '10.20.30.40'],
    chain: [],
  };
  const trusted: PinnedCertificate = {
    fingerprint: otherPrint,
    decidedBy: 'inspector',
    firstSeen: Date.UTC(2026, 0, 9, 7, 58),
    lastSeen: now - 3_600_000,
    subject: certificate.subject,
    validFrom: Date.UTC(2025, 0, 4, 8, 30),
    validTo: Date.UTC(2027, 0, 4, 8, 30),
    counts: true,
  };
  const administered: PinnedCertificate = {
    ...trusted,
    fingerprint,
    decidedBy: 'administrator',
    firstSeen: null,
    lastSeen: null,
    subject: null,
    validFrom: null,
    validTo: null,
  };
  const trust: AppState['trust'] = {
    authorityFile: { kind: 'none' },
    gateways: [
      { gateway, pins: [trusted], changed: null },
      { gateway: 'standby.example:8043', pins: [administered], changed: null },
    ],
  };
  const changedTrust: AppState['trust'] = { ...trust, gateways: [{ gateway, pins: [trusted], changed: certificate }] };
  const locked: Partial<AppState> = {
    settings: {
      ...freshSettings,
      values: { ...freshSettings.values, userTrust: false, minimumTls: '1.3', certificateAuthorityFile: 'C:\\ca.pem' },
      locked: ['userTrust', 'minimumTls', 'certificateAuthorityFile', 'pins'],
    },
    trust: {
      authorityFile: { kind: 'read', count: 2 },
      gateways: [{ gateway, pins: [administered, { ...trusted, counts: false }], changed: null }],
    },
  };
  const signedIn: Extract<Session, { kind: 'signedIn' }> = {
    kind: 'signedIn',
    agentId: '1001',
    gateway,
    connection: { kind: 'live', lastContact: now - 400, problem: null },
    ownState: 'idle',
  };
  const rows = people(1000, now);
  const [first] = rows;
  const agent = { workNo: first?.workNo ?? '', name: first?.name ?? '' };
  const ready: AppState['roster'] = { kind: 'ready', at: now, count: rows.length, leftOut: 0 };
  const fresh: AppState = { ...freshState, now };
  const working: AppState = { ...fresh, session: signedIn, roster: ready };
  const occupied: Session = { ...signedIn, ownState: 'talking' };
  const before = (name: string, change: Partial<AppState>): Face => ({ name, state: { ...fresh, ...change }, rows: null });
  const during = (name: string, change: Partial<AppState>, more: Partial<Face> = {}): Face => ({
    name,
    state: { ...working, ...change },
    rows,
    ...more,
  });
  const listening = (name: string, listen: Listen, more: Partial<AppState> = {}): Face =>
    during(`listen-${name}`, { listen, session: occupied, ...more });
  const ringing: AppState['phoneAlert'] = { kind: 'ringing', agent, since: now - 6000 };

  return [
    before('sign-in-empty', {}),
    { ...before('sign-in-missing', {}), act: 'submitEmpty', small: true },
    before('sign-in-filled', { form: filled }),
    { ...before('sign-in-problem', { form: filled, session: { kind: 'signedOut', problem: refused } }), small: true },
    before('sign-in-busy', { form: filled, session: { kind: 'signingIn', agentId: '1001', gateway } }),
    before('sign-in-resuming', {
      form: { ...filled, password: '' },
      session: { kind: 'resuming', agentId: '1001', gateway, problem: null, nextAttempt: null },
    }),
    before('sign-in-resuming-waits', {
      session: { kind: 'resuming', agentId: '1001', gateway, problem: noContact, nextAttempt: now + 9_000 },
    }),
    before('sign-in-kicked', {
      form: { ...filled, password: '' },
      keepSignedIn: 'notOffered',
      session: { kind: 'signedOut', problem: kicked, offer: 'takeOver' },
    }),
    ...sessionEnds.map((meaning) => ({
      ...before(`session-end-${meaning}`, {
        form: { ...filled, password: '' },
        session: { kind: 'signedOut', problem: { code: meaning.startsWith('session') ? '100-006' : meaning, meaning } },
      }),
      small: meaning === 'trust-withdrawn',
    })),
    before('sign-in-kept', { form: filled, keepSignedIn: 'on' }),
    before('signing-out', { form: filled, session: { kind: 'signingOut', agentId: '1001', gateway } }),
    {
      ...before('certificate-unknown', {
        session: {
          kind: 'certificate',
          gateway,
          question: {
            kind: 'unknown',
            certificate,
            certificateError: { reason: 'signedItself', verdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
          },
        },
      }),
      small: true,
    },
    {
      ...before('certificate-changed', {
        session: {
          kind: 'certificate',
          gateway,
          question: {
            kind: 'changed',
            certificate,
            certificateError: { reason: 'signedItself', verdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
            trusted: [trusted],
          },
        },
      }),
      small: true,
    },
    {
      ...before('certificate-more', {
        session: {
          kind: 'certificate',
          gateway,
          question: {
            kind: 'unknown',
            certificate: { ...certificate, chain: ['CN=Example Bank Issuing CA 2', 'CN=Example Bank Root'] },
            certificateError: { reason: 'unknownAuthority', verdict: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
          },
        },
      }),
      act: 'certificateMore',
    },
    {
      ...before('certificate-forbidden', {
        ...locked,
        session: {
          kind: 'certificate',
          gateway,
          question: {
            kind: 'forbidden',
            certificate,
            certificateError: { reason: 'signedItself', verdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
          },
        },
      }),
      small: true,
    },
    { ...before('settings-empty', {}), act: 'settings', small: true },
    { ...before('settings-pins', { trust }), act: 'settings', small: true },
    { ...before('settings-changed', { trust: changedTrust }), act: 'settings' },
    { ...before('settings-compare', { trust: changedTrust }), act: 'settingsCompare', small: true },
    { ...before('settings-locked', locked), act: 'settings', small: true },
    { ...before('settings-security', {}), act: 'settingsSecurity' },
    { ...before('settings-security-locked', locked), act: 'settingsSecurity', small: true },
    { ...during('settings-signed-in', { trust }), act: 'settings', small: true },
    { ...during('settings-forget', { trust }), act: 'settingsForget' },
    {
      ...before('notice-before-sign-in', {
        form: filled,
        notices: [
          {
            id: 'unreadable-pins',
            kind: 'pinsDamaged',
          },
        ],
      }),
      small: true,
    },
    {
      ...before('certificate-not-valid', {
        session: {
          kind: 'certificate',
          gateway,
          question: {
            kind: 'notValid',
            certificate: { ...certificate, validTo: Date.UTC(2026, 3, 1) },
            certificateError: { reason: 'expired', verdict: 'CERT_HAS_EXPIRED' },
          },
        },
      }),
      small: true,
    },
    before('take-over', {
      session: {
        kind: 'takeOver',
        agentId: '1001',
        gateway,
        problem: { code: '100-002', meaning: '100-002' },
      },
    }),
    { name: 'roster-loading', state: { ...working, roster: { kind: 'loading', at: null } }, rows: null },
    { name: 'roster-empty', state: { ...working, roster: { kind: 'ready', at: now, count: 0, leftOut: 0 } }, rows: [] },
    during('roster', {}, { small: true }),
    during('roster-scrolled', {}, { act: 'scroll' }),
    during('roster-search', {}, { act: 'search' }),
    during('roster-no-match', {}, { act: 'searchNothing' }),
    during('roster-chip', {}, { act: 'chip' }),
    during('roster-by-time', { roster: { kind: 'ready', at: now, count: 1000, leftOut: 3 } }, { act: 'sortByTime' }),
    during('roster-keyboard', {}, { act: 'keyboard' }),
    { name: 'roster-failed', state: { ...working, roster: { kind: 'failed', at: null, problem: noContact } }, rows: null },
    during('roster-failed-old', { roster: { kind: 'failed', at: now - 94_000, problem: noContact } }),
    during('roster-coming', { roster: { kind: 'loading', at: now - 1_860_000 } }),
    during('stale', { session: { ...signedIn, connection: { kind: 'stale', lastContact: now - 14_000, problem: null } } }),
    during(
      'reconnecting',
      {
        session: {
          ...signedIn,
          connection: { kind: 'reconnecting', lastContact: now - 24_000, problem: noContact, nextAttempt: now + 9_000 },
        },
      },
      { small: true },
    ),
    during(
      'offline',
      { session: { ...signedIn, connection: { kind: 'offline', lastContact: now - 192_000, problem: noContact, nextAttempt: null } } },
      { small: true },
    ),
    during('not-idle', { session: { ...signedIn, ownState: 'wrapUp' } }, { small: true }),
    during('notices', {
      notices: [
        { id: 'a', kind: 'shortPolling' },
        { id: 'd', kind: 'pollsCut' },
        { id: 'b', kind: 'certificateExpires', gateway, validTo: Date.UTC(2026, 11, 20) },
        { id: 'c', kind: 'followEnded', why: 'otherListen', agent: { workNo: '20017', name: '王秀英' } },
      ],
    }),
    during('act-refused', { session: { ...signedIn, ownState: 'busy' } }, { act: 'listen', answer: { ok: false, problem: noContact } }),
    listening('requesting', { kind: 'requesting', agent, since: now - 1000 }, { session: signedIn }),
    listening('calling', { kind: 'calling', agent, since: now - 2000, problem: null }, { session: signedIn }),
    { ...listening('ringing', { kind: 'ringing', agent, since: now - 6000, problem: null }, { phoneAlert: ringing }), small: true },
    { ...listening('listening', { kind: 'listening', agent, since: now - 754_000, problem: null }), small: true },
    listening('listening-trouble', { kind: 'listening', agent, since: now - 754_000, problem: noContact }),
    listening('stopping', { kind: 'stopping', agent, since: now - 1000 }),
    listening('unknown', {
      kind: 'outcomeUnknown',
      agent,
      since: now - 9000,
      problem: { code: 'connection-lost', meaning: 'connection-lost' },
    }),
    listening('cannot-tell', {
      kind: 'outcomeUnknown',
      agent,
      since: now - 34_000,
      problem: { code: 'listen-cannot-tell', meaning: 'listen-cannot-tell' },
    }),
    listening('long-name', { kind: 'listening', agent: { workNo: '20017', name: 'x'.repeat(200) }, since: now - 4_000_000, problem: null }),
    ...alertFaces(now, agent).map(({ name, change, act }) => during(name, change, act === undefined ? {} : { act })),
    ...modeFaces(now, agent).map(({ name, change }) => during(name, change, { small: true })),
    during('ring-without-listen', { phoneAlert: { ...ringing, agent: null } }),
    ...listenOutcomes.map((outcome) =>
      during(`ended-${outcome}`, {
        listen: {
          kind: 'ended',
          agent,
          since: now - 5000,
          outcome,
          problem:
            outcome === 'refused'
              ? {
                  code: '900-005',
                  meaning: '900-005',
                }
              : null,
          heardFor: outcome === 'stopped' || outcome === 'hungUp' ? 754_000 : null,
        },
      }),
    ),
    ...statisticsFaces().map(({ name, change, more }) => during(name, change, more)),
    ...worklistFaces(working).map(({ name, change, more }) => during(name, change, more)),
    ...ruleFaces(now, working).map(({ name, change, more }) => during(name, change, more)),
    ...noteFaces(now, agent, working).map(({ name, change, more }) => during(name, change, more)),
    during('unreachable', {}, { act: 'lose', small: true }),
    { ...before('unreachable-sign-in', { form: filled }), act: 'lose' },
  ];
}
