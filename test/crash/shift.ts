import type { CommandAnswer, CommandInput, CommandName } from '../../contract/commands.ts';
import type { AppState, Listen } from '../../contract/state.ts';
import type { Simulator } from '../../simulator/index.ts';
import type { Random } from '../../simulator/random.ts';
import { choicesOf, noteIn, placeOf, viewOf, type Books } from './books.ts';
import type { EarshotProcess } from './earshotProcess.ts';

export interface ShiftOptions {
  readonly earshot: EarshotProcess;
  readonly simulator: Simulator;
  readonly books: Books;
  readonly random: Random;
  /** Whether this computer can keep a session. */
  readonly box: boolean;
  /** A number that grows with every call: nothing that is kept is ever what it was before. */
  next(): number;
}

export function isActive(listen: Listen): listen is Exclude<Listen, { kind: 'idle' | 'ended' }> {
  return listen.kind !== 'idle' && listen.kind !== 'ended';
}

/** Does what an inspector does in a shift, one thing after the other in any order, until Earshot is dead. */
export async function work(options: ShiftOptions): Promise<void> {
  const { earshot, random } = options;
  while (!earshot.isDead()) {
    expectSessionToLast(options);
    await oneThing(options);
    if (random.fraction() < 0.3) await new Promise((resolve) => setTimeout(resolve, random.int(1, 30)));
  }
}

/** The gateway of this test ends no session, and its link is never lost. */
function expectSessionToLast({ earshot, books }: ShiftOptions): void {
  const { session } = earshot.state();
  if (books.session === 'mustBe' && session.kind !== 'signedIn') throw new Error(`the session ended by itself: ${JSON.stringify(session)}`);
}

async function oneThing(options: ShiftOptions): Promise<void> {
  const { earshot, simulator, books, random, box, next } = options;
  const { session, listen, notes } = earshot.state();
  const ask = async <Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer | null> => {
    const answer = await earshot.command(name, input);
    // What Earshot does after it showed the session, it does after it wrote it down.
    if (answer !== null && box && session.kind === 'signedIn' && earshot.state().session.kind === 'signedIn' && !endsSession(name)) {
      books.session = 'mustBe';
    }
    return answer;
  };
  switch (session.kind) {
    case 'signedOut':
      if (random.fraction() < 0.3) return anyKept();
      await ask('signIn', signInTo(simulator, random.fraction() < 0.5, random.fraction() < 0.5));
      return;
    case 'certificate':
      books.trusted.ask([session.question.certificate.fingerprint]);
      if (isDone(await ask('trustCertificate', { fingerprint: session.question.certificate.fingerprint }))) books.trusted.persisted();
      return;
    case 'takeOver':
      await ask('takeOver', {});
      return;
    case 'resuming':
    case 'signingIn':
    case 'signingOut':
      if (random.fraction() < 0.5) return anyKept();
      await earshot.until('the end of a sign-in or sign-out', ({ session: { kind } }) => kind !== session.kind);
      return;
    case 'signedIn':
      break;
  }
  const chance = random.fraction();
  if (notes.open !== null && chance < 0.2) return writeNote(notes.open.id);
  if (chance < 0.4) return anyKept();
  if (isActive(listen)) {
    if (chance < 0.6) await ask('stopListening', {});
    else if (chance < 0.7 && listen.kind !== 'listening')
      await earshot.until('another step of the listen', (state) => state.listen.kind !== listen.kind);
    else if (chance < 0.75 && simulator.sessionOf(session.agentId).listen?.step === 'listening') simulator.hangUp(session.agentId);
    else await new Promise((resolve) => setTimeout(resolve, 5));
    return;
  }
  if (chance < 0.8) {
    if (session.ownState === 'unknown') await earshot.until('an own state', ownStateKnown);
    else if (session.ownState === 'idle') await ask('listen', { workNo: String(20_001 + (next() % 20)) });
    else await ask('goIdle', {});
  } else if (chance < 0.85) await ask('dismissListen', {});
  else if (chance < 0.9) await ask('checkAudit', {});
  else if (chance < 0.92) {
    books.session = 'mayBe';
    await ask('signOut', {});
  } else if (chance < 0.93) {
    books.session = 'mayBe';
    books.trusted.ask([]);
    const { fingerprint } = simulator;
    if (isDone(await ask('forgetCertificate', { gateway: addressOf(simulator), fingerprint }))) books.trusted.persisted();
  }

  async function writeNote(id: string): Promise<void> {
    const text = `Note ${String(next())} `.repeat(random.int(1, 40));
    noteIn(books, id).ask(text);
    if (isDone(await ask('saveNote', { id, text, scores: {} }))) noteIn(books, id).persisted();
  }

  /** Changes something that is kept, whoever is signed in. */
  async function anyKept(): Promise<void> {
    const number = next();
    switch (random.int(1, 4)) {
      case 1:
        books.view.ask(viewOf(number));
        if (isDone(await ask('keepRosterView', { view: viewOf(number) }))) books.view.persisted();
        return;
      case 2:
        books.place.ask(placeOf(number));
        if (isDone(await earshot.moveWindow(placeOf(number)))) books.place.persisted();
        return;
      default:
        books.settings.ask(choicesOf(number));
        if (isDone(await ask('changeSettings', { settings: choicesOf(number) }))) books.settings.persisted();
    }
  }
}

function ownStateKnown({ session }: AppState): boolean {
  return session.kind !== 'signedIn' || session.ownState !== 'unknown';
}

function endsSession(name: CommandName): boolean {
  return name === 'signOut' || name === 'forgetCertificate';
}

/** Of what is never refused. */
function isDone(answer: CommandAnswer | null): boolean {
  if (answer?.ok === false) throw new Error(`refused: ${answer.problem.code}`);
  return answer !== null;
}

function addressOf(simulator: Simulator): string {
  return `127.0.0.1:${String(simulator.port)}`;
}

function signInTo(simulator: Simulator, keepSignedIn: boolean, takeOver: boolean): CommandInput<'signIn'> {
  const [account] = simulator.inspectors;
  if (account === undefined) throw new Error('The simulator has no inspector.');
  const { agentId, password, phone } = account;
  return { gatewayAddress: addressOf(simulator), agentId, password, phoneNumber: phone, keepSignedIn, takeOver };
}

/** Throws unless an Earshot that was started again has the notes that were written last. */
export async function expectNotes(earshot: EarshotProcess, books: Books): Promise<void> {
  for (const [id, text] of [...books.notes].slice(-mostNotes)) {
    const answer = await earshot.command('readNote', { id });
    if (answer === null) return;
    // Of a note that was never said to be saved, Earshot may know nothing.
    text.found(answer.ok ? (answer.note?.text ?? '') : '');
  }
}

/** Notes that are looked at after a crash: older ones were before. */
const mostNotes = 3;

/** Signs in, whatever stands in the way. */
export async function signIn(earshot: EarshotProcess, simulator: Simulator): Promise<void> {
  for (;;) {
    const settled = await earshot.until('an end of signing in', ({ session: { kind } }) => kind !== 'resuming' && kind !== 'signingIn');
    switch (settled?.session.kind) {
      case 'signedOut':
        await earshot.command('signIn', signInTo(simulator, false, true));
        break;
      case 'certificate':
        await earshot.command('trustCertificate', { fingerprint: settled.session.question.certificate.fingerprint });
        break;
      case 'takeOver':
        await earshot.command('takeOver', {});
        break;
      case undefined:
      case 'signedIn':
      case 'resuming':
      case 'signingIn':
      case 'signingOut':
        return;
    }
  }
}
