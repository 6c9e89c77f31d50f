import { assembleCentre } from './assembleCentre.ts';
import type { CentreOptions } from './assembleCentre.ts';
import { createCentre } from './centre/centre.ts';
import type { Centre } from './centre/centre.ts';
import { mostChanges } from './centre/pace.ts';
import { mostAgents } from './centre/population.ts';
import { inspectorsGroup } from './centre/skillGroups.ts';
import { midShift, timeOfDay } from './centre/timeOfDay.ts';
import { fingerprintOf, makeCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { systemClock } from './clock.ts';
import { createClockScope } from './clockScope.ts';
import type { ClockScope } from './clockScope.ts';
import { createConsults } from './consult/consults.ts';
import { createTransfers } from './consult/transfers.ts';
import { apiEditionOf, isWorkNo } from './apiEdition.ts';
import type { ApiEdition } from './apiEdition.ts';
import { exchange } from './http/exchange.ts';
import { createGateway } from './http/gateway.ts';
import { loadBalancer } from './http/loadBalancer.ts';
import { createInjectedFaults } from './http/faultInjection.ts';
import { createRequestLog } from './http/requestLog.ts';
import { requestLine } from './http/requestRecord.ts';
import type { RequestRecord } from './http/requestRecord.ts';
import { serve } from './http/server.ts';
import { createChats } from './inspection/chats.ts';
import { chances } from './habits/chance.ts';
import { eventLines } from './habits/eventLines.ts';
import { createHabitRegister } from './habits/habitRegister.ts';
import { createPastCentre } from './habits/pastCentre.ts';
import { createRequestPlanner } from './habits/requestPlanner.ts';
import { createJournal } from './journal/journal.ts';
import { journalSessions } from './journal/journalSessions.ts';
import { createForces } from './inspection/forces.ts';
import { createInspections } from './inspection/inspections.ts';
import { defaultRules } from './inspection/inspectionRules.ts';
import { createMonitors } from './inspection/monitors.ts';
import { createOngoingInspections } from './inspection/ongoingInspections.ts';
import { defaultPhone } from './inspection/phone.ts';
import { createPhones } from './inspection/phones.ts';
import { absentFamilies } from './interfaces/absent.ts';
import { agentEventPoll } from './interfaces/agentEventPoll.ts';
import { agentGroup } from './interfaces/agentGroup.ts';
import { callData } from './interfaces/callData.ts';
import { callTransfer } from './interfaces/callTransfer.ts';
import { forcing } from './interfaces/forcing.ts';
import type { Interface } from './interfaces/interface.ts';
import { ownSettings } from './interfaces/ownSettings.ts';
import { ownState } from './interfaces/ownState.ts';
import { qualityControl } from './interfaces/qualityControl.ts';
import { notes } from './interfaces/notes.ts';
import { queueDevice } from './interfaces/queueDevice.ts';
import { rights } from './interfaces/rights.ts';
import { signInFamily } from './interfaces/signInFamily.ts';
import { voiceCall } from './interfaces/voiceCall.ts';
import type { SimulatorOptions } from './options.ts';
import { seededRandom } from './random.ts';
import { defaultInspectors, inspectorAccount } from './session/account.ts';
import type { Account } from './session/account.ts';
import { createAccounts } from './session/accounts.ts';
import { createQueryLimit } from './session/queryLimit.ts';
import { createRest } from './session/rest.ts';
import { createSessions } from './session/sessions.ts';
import { createSignIn } from './session/signIn.ts';
import { createSimulator } from './simulator.ts';
import type { Simulator } from './simulator.ts';
import { timingsOf } from './timings.ts';

// A stream of chance below every work number; 1 is the population's, 3 the calls'.
const guidStream = 2;
const documentedQueries = 5;

/** Starts a CC-Gateway on 127.0.0.1; rejects when the port is taken or an option makes no sense. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = createClockScope(options.clock ?? systemClock);
  try {
    return await assemble(options, clock);
  } catch (error) {
    clock.close();
    throw error;
  }
}

async function assemble(options: SimulatorOptions, clock: ClockScope): Promise<Simulator> {
  const seed = options.seed ?? 1;
  const timings = timingsOf(options.timings ?? {});
  const apiEdition = apiEditionOf(options.apiEdition ?? {});
  const inspectors = (options.inspectors ?? defaultInspectors).map(inspectorAccount);
  const centre = createCentre();
  for (const account of inspectors) addInspector(centre, account, apiEdition);
  const sessions = createSessions(centre, clock, timings);
  const journal = createJournal(clock);
  journalSessions(journal, sessions);
  const habits = createHabitRegister(options.habits ?? []);
  const chanceOf = chances(seed);
  const rules = { ...defaultRules, ...options.rules };
  const phones = createPhones(options.phone ?? defaultPhone);
  // Shared: an inspector's line is no call of their own.
  const ongoing = createOngoingInspections();
  const isInspecting = (workNo: string): boolean => ongoing.of(workNo) !== null;
  const { living, calls, desk, routing, move } = assembleCentre({
    ...centreOptions(options, seed),
    centre,
    sessions,
    phones,
    clock,
    timings,
    isInspecting,
  });
  const rest = createRest(centre, sessions, clock, timings);
  const chats = createChats(centre, sessions, clock);
  const inspections = createInspections({ centre, sessions, calls: desk, clock, timings, rules, phones, chats, journal, ongoing });
  const forces = createForces({ centre, sessions, calls: desk, rest, rules, apiEdition, move });
  const monitors = createMonitors(centre, sessions);
  const besides = { centre, calls, desk, sessions, clock, timings };
  const consults = createConsults(besides);
  const transfers = createTransfers({ ...besides, consults, apiEdition });
  const accounts = createAccounts(inspectors, centre);
  const signIn = createSignIn({
    accounts,
    centre,
    sessions,
    takenOver: living.hold,
    lineTo: eventLines({ habits, chanceOf, clock, journal }),
    clock,
    timings,
    // Of this start as well as of the seed: a restarted gateway must not hand out the Guids of the one before.
    random: seededRandom(seed ^ clock.now(), guidStream),
    authMode: options.authMode ?? 2,
    apiEdition,
    phoneRange: options.phoneRange,
  });
  const interfaces: Interface[] = [
    ...signInFamily(signIn, sessions, centre),
    ...ownState(centre, clock, rest),
    ...ownSettings(centre, clock, routing),
    ...agentEventPoll(clock),
    ...agentGroup({ centre, calls, sessions, clock, apiEdition }),
    ...rights(apiEdition),
    ...notes({ centre, sessions, accounts }),
    ...queueDevice(routing, clock, options.furtherSkills ?? 0),
    ...qualityControl(inspections, apiEdition),
    ...forcing({ forces, monitors, centre, rules, apiEdition }),
    ...voiceCall({ centre, calls, desk, inspections, consults, apiEdition }),
    ...callTransfer({ centre, desk, consults, transfers, apiEdition }),
    ...callData(desk, calls),
    ...absentFamilies(),
  ];
  const past = createPastCentre(centre, clock, () => habits.some(({ queriesStale }) => queriesStale !== undefined));
  const planFor = createRequestPlanner(habits, chanceOf);
  const queryLimit =
    options.queryLimit === 'off' ? null : createQueryLimit(options.queryLimit?.requests ?? documentedQueries, timings.queryWindow);
  const gateway = createGateway({ sessions, clock, apiEdition, queryLimit, past });
  const injectedFaults = createInjectedFaults();
  const requests = createRequestLog();
  const certificate = await certificateFor(options.certificate ?? {}, clock.now());
  const onDefect = options.onDefect ?? reportDefect;
  const over = (record: RequestRecord): void => options.log?.(requestLine(record), record);
  const balance = options.loadBalancer === true ? loadBalancer() : () => false;
  const server = await serve(options.port ?? 0, certificate, (request, response) => {
    if (balance(request, response)) return;
    exchange(request, response, { gateway, sessions, planFor, journal, interfaces, injectedFaults, requests, clock, over }).catch(
      (error: unknown) => {
        response.destroy();
        onDefect(error);
      },
    );
  });
  return createSimulator({
    port: server.port,
    certificate,
    fingerprint: fingerprintOf(certificate),
    inspectors,
    clock,
    centre,
    living,
    sessions,
    inspections,
    phones,
    desk,
    routing,
    chats,
    injectedFaults,
    habits,
    journal,
    requests,
    interfaces: [...new Set(interfaces.map(({ logMethod }) => logMethod))].sort(),
    closeServer: () => server.close(),
  });
}

function centreOptions({ agents, centre, timeOfDay: text = midShift, changesPerSecond }: SimulatorOptions, seed: number): CentreOptions {
  const time = timeOfDay(text);
  if (time === null) throw new RangeError(`timeOfDay must be a time as 13:00, not ${text}`);
  if (changesPerSecond !== undefined && !(changesPerSecond > 0 && changesPerSecond <= mostChanges)) {
    throw new RangeError(`changesPerSecond must be above 0 and at most ${String(mostChanges)}, not ${String(changesPerSecond)}`);
  }
  return {
    agents: checkedCount(agents ?? 200),
    seed,
    lives: (centre ?? 'living') === 'living',
    time,
    changesPerSecond: changesPerSecond ?? null,
  };
}

function addInspector(centre: Centre, account: Account, apiEdition: ApiEdition): void {
  if (!isWorkNo(account.agentId, apiEdition))
    throw new RangeError(`${account.agentId} is no work number of the ${apiEdition.edition} edition`);
  centre.add({
    workNo: account.agentId,
    name: account.name,
    group: inspectorsGroup,
    skills: [],
    phoneNumber: account.phone,
    mediaType: 'TTF',
    state: 'signedOut',
    stateReason: 0,
    since: 0,
    loginDate: 0,
    inspector: account.inspectionRight,
    verbatim: {},
  });
}

function checkedCount(agents: number): number {
  if (!Number.isInteger(agents) || agents < 0 || agents > mostAgents) {
    throw new RangeError(`agents must be a whole number from 0 to ${String(mostAgents)}, not ${String(agents)}`);
  }
  return agents;
}

function reportDefect(error: unknown): void {
  console.error('Defect of the simulator:', error);
}

async function certificateFor(option: NonNullable<SimulatorOptions['certificate']>, now: number): Promise<Certificate> {
  return 'cert' in option ? option : makeCertificate(option, now);
}
