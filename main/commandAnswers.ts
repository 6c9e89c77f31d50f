import type { CommandAnswer } from '../contract/commands.ts';
import type { Problem } from '../contract/problem.ts';

export const done: CommandAnswer = { ok: true };

/** What a command answers that cannot be carried out. */
export function refuse(problem: Problem): CommandAnswer {
  return { ok: false, problem };
}

export const notSignedIn: Problem = { code: 'not-signed-in', sentence: 'You are not signed in.', remedy: 'Sign in first.' };

export const notIdle: Problem = { code: 'not-idle', sentence: 'You are not idle.', remedy: 'Go idle, then listen.' };

export const listenUnderWay: Problem = {
  code: 'listen-under-way',
  sentence: 'A listen is already under way.',
  remedy: 'Stop it first, then listen to the other agent.',
};

export const listenNotAllowed: Problem = {
  code: 'listen-not-allowed',
  sentence: 'Listening is switched off on this computer.',
  remedy: 'Your administrator decides this. Ask him if you need it.',
};

export const followNotAllowed: Problem = {
  code: 'follow-not-allowed',
  sentence: 'Following agents is switched off on this computer.',
  remedy: 'Your administrator decides this. Ask him if you need it.',
};

export const unexpected: Problem = {
  code: 'unexpected',
  sentence: 'Something went wrong inside Earshot.',
  remedy: 'Try again; restart Earshot if it happens again.',
};
