import type { CertificateQuestion } from '../../contract/trust.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { AppState } from '../../contract/state.ts';
import type { Simulator } from '../../simulator/index.ts';
import { until } from '../support/desktop/until.ts';
import type { DrivenEarshot } from './earshot/driven.ts';
import type { Outcome, Shift } from './row.ts';

/** Who works this shift, and whom they listen to: nobody else has to do with them. */
export interface Staff {
  readonly agentId: string;
  readonly password: string;
  readonly phone: string;
  readonly workNo: string;
}

/** The gateway's hold is ten seconds, a little less by a proxy's clock. */
const held = 9_500;

/**
 * An inspector's whole shift through a server: signs in, trusting the certificate where that is asked; sees the agent's name; has a poll
 * held for as long as the gateway holds it; listens, is rung by an event that a poll brought, hears, stops; signs out. Throws when
 * any of it, or what the gateway saw of it, is not so.
 */
export async function work(earshot: DrivenEarshot, address: string, staff: Staff, gateway: Simulator, shift?: Shift): Promise<Outcome> {
  const { agentId, password, phone, workNo } = staff;
  accept(
    await earshot.command('signIn', {
      ...{ gatewayAddress: address, agentId, password, phoneNumber: phone },
      ...{ keepSignedIn: false, takeOver: false },
    }),
  );
  const first = await earshot.until('an answer to the sign-in', isAnswered);
  const question = first.session.kind === 'certificate' ? first.session.question : null;
  if (question !== null && question.kind !== 'unknown') return `hard stop ${question.kind} ${reasonOf(question)}`;
  if (question !== null) {
    mustBe(
      gateway.requests.some((request) => request.agentId === agentId),
      false,
      'a request before the certificate was trusted',
    );
    accept(await earshot.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
  }
  const { session } = await earshot.until('signed in, or why not', (state) => isAnswered(state) && state.session.kind !== 'certificate');
  if (session.kind === 'signedOut') return `refused ${session.problem?.code ?? 'without a word'}`;
  await earshot.command('watchRoster', { visible: true });
  mustBe(await earshot.nameOf(workNo), gateway.agent(workNo).name, 'the agent’s name');
  if (shift === 'pollsCut')
    await earshot.until('it is said that polls are cut', ({ notices }) => notices.some(({ kind }) => kind === 'pollsCut'));
  else await until('a poll that is held', () => Promise.resolve(heldPoll(gateway, agentId)), 60_000);
  await listen(earshot, workNo, agentId, gateway);
  accept(await earshot.command('signOut', {}));
  const last = await earshot.until('signed out', (state) => state.session.kind === 'signedOut');
  if (last.session.kind === 'signedOut') mustBe(last.session.problem, null, 'a problem of the sign-out');
  mustBe(gateway.sessionOf(agentId).signedIn, false, 'signed in at the gateway');
  return question === null ? 'trusted' : `asked ${reasonOf(question)}`;
}

async function listen(earshot: DrivenEarshot, workNo: string, agentId: string, gateway: Simulator): Promise<void> {
  await earshot.until('the inspector is idle and in contact', isReady);
  accept(await earshot.command('listen', { workNo }));
  await earshot.until('the phone rings', ({ phoneAlert }) => phoneAlert.kind === 'ringing');
  gateway.pickUp(agentId);
  await earshot.until('listening', (state) => state.listen.kind === 'listening');
  mustBe(gateway.inspectionOf(agentId)?.workNo, workNo, 'whom the gateway has the inspector listen to');
  const rang = gateway.requests.some((request) => request.agentId === agentId && request.answer?.event === 'AgentOther_PhoneAlerting');
  mustBe(rang, true, 'a poll brought the ring');
  accept(await earshot.command('stopListening', {}));
  const { listen: ended } = await earshot.until('the listen is over', (state) => state.listen.kind === 'ended');
  mustBe(ended.kind === 'ended' ? ended.outcome : null, 'stopped', 'how it ended');
  mustBe(gateway.inspectionOf(agentId), null, 'a listen at the gateway');
}

const isAnswered = ({ session }: AppState): boolean =>
  session.kind === 'certificate' || session.kind === 'signedIn' || (session.kind === 'signedOut' && session.problem !== null);

const isReady = ({ session }: AppState): boolean =>
  session.kind === 'signedIn' && session.ownState === 'idle' && session.connection.kind === 'live';

function heldPoll(gateway: Simulator, agentId: string): true | null {
  const polls = gateway.requests.filter((request) => request.agentId === agentId && request.interface === 'getAgentEvent');
  return polls.some(({ at, answer }) => answer?.retcode === '0' && answer.event === undefined && answer.at - at >= held) ? true : null;
}

const reasonOf = ({ certificateError }: CertificateQuestion): string =>
  certificateError.reason === 'other' ? certificateError.verdict : certificateError.reason;

function accept(answer: CommandAnswer): void {
  if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}`);
}

function mustBe<Value>(found: Value, wished: Value, what: string): void {
  if (found !== wished) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wished)}`);
}
