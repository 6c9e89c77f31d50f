/**
 * Scripts of a day at the gateway: at a time, or when a client asks for something, something happens.
 *
 *     const gateway = await startRestartable({ agents: 50, clock });
 *     const running = runScenario(shippedScenario('ring-lost'), { simulator, restart: gateway.restart, clock });
 *     // … a client against gateway.simulator.url …
 *     running.stop();
 */
export { readScenario } from './readScenario.ts';
export type { ScenarioSource } from './readScenario.ts';
export { scenarioErrorText } from './scenario.ts';
export type { Scenario, ScenarioError, ScenarioReading } from './scenario.ts';
export { handsOf, runScenario } from './runScenario.ts';
export type { DoneAction, RunningScenario, ScenarioHands, ScenarioOutcome } from './runScenario.ts';
export { startRestartable } from './restartable.ts';
export type { RestartableGateway, RestartGateway, RestartRequest } from './restartable.ts';
export { shippedScenario, shippedScenarios } from './shipped.ts';
export type { ShippedScenario } from './shipped.ts';
export type { FaultHand } from './faultHand.ts';
