/**
 * A CC-Gateway one can run: an independent reading of the protocol's reference.
 *
 *     const simulator = await startSimulator({ agents: 50, centre: 'still' });
 *     // … a client against simulator.url …
 *     await simulator.close();
 */
export { startSimulator } from './startSimulator.ts';
export type { SimulatorOptions, QueryLimitOption } from './options.ts';
export type { Simulator } from './simulator.ts';
export type { AgentChange, AgentTruth, InspectionTruth, SessionTruth, SkillQueueTruth } from './truth.ts';
export type { InspectionMode } from './agentEvent.ts';
export type { Call, CallKind } from './call/call.ts';
export type { CallRequest } from './call/calls.ts';
export type { AgentState } from './centre/agentState.ts';
export type { Certificate, CertificateOptions } from './certificate.ts';
export { systemClock } from './clock.ts';
export type { Cancel, Clock } from './clock.ts';
export type { ApiEdition } from './apiEdition.ts';
export type { ArrivingRequest, RequestWatcher } from './http/requestLog.ts';
export type { AnsweredRecord, RequestRecord } from './http/requestRecord.ts';
export type { InjectedFault as Misbehaviour, Moment, RequestMatch } from './http/faultInjection.ts';
export type { Habits, HabitName, HabitsOf } from './habits/habits.ts';
export type { EndedBy, ListenEnd } from './inspection/listenEnd.ts';
export type { JournalEntry, Occurrence } from './journal/journal.ts';
export type { Chat } from './inspection/chats.ts';
export type { InspectionRules } from './inspection/inspectionRules.ts';
export type { ListenStep } from './inspection/inspection.ts';
export type { PhoneBehaviour } from './inspection/phone.ts';
export type { InspectorAccount } from './session/account.ts';
export { agentPassword } from './session/account.ts';
export type { AuthMode } from './session/guids.ts';
export type { EndReason } from './session/endReason.ts';
export type { PhoneRange } from './session/signIn.ts';
export { documentedTimings } from './timings.ts';
export type { Timings } from './timings.ts';
export { startFaultProxy } from './faults/faultProxy.ts';
export type { FaultProxy, FaultProxyOptions } from './faults/faultProxy.ts';
export type { Faults, FaultsChange, LineFaults } from './faults/faults.ts';
export { startControl } from './control/control.ts';
export type { Control, ControlOptions } from './control/control.ts';
export type { Scenarios, ScenarioSummary } from './control/scenarios.ts';
