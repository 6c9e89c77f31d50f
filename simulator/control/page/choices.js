import { get } from './ask.js';

/** What there is to choose from, as the simulator knows it: states, phones, misbehaviours, interfaces, events. */
export const choices = await get('/choices');
export const stateWords = Object.fromEntries(choices.states.map(({ state, words }) => [state, words]));
