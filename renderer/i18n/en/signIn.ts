import { phrase } from '../phrase.ts';
export const signIn = {
  lead: 'Hear your agents’ live calls. Earshot tells you when your phone rings.',
  gatewayAddress: 'Gateway address',
  agentId: 'Agent ID',
  password: 'Password',
  phoneNumber: 'Phone number',
  phoneHint: 'This is the phone that will ring when you listen.',
  signIn: 'Sign in',
  takeOver: 'Take over',
  keepSignedIn: 'Keep me signed in',
  keepSignedInHint: 'Your password is kept on this computer, encrypted, until you sign out.',
  cancel: 'Cancel',
  signingIn: phrase('Signing in to {gateway}'),
  resuming: phrase('Resuming the session of {agentId} at {gateway}'),
  signingOut: phrase('Signing out {agentId}'),
  missing: {
    gatewayAddress: 'Enter the gateway’s address.',
    agentId: 'Enter your agent ID.',
    password: 'Enter your password.',
    phoneNumber: 'Enter the number of your phone.',
  },
  version: phrase('Version {version}'),
};

export const takeOver = {
  title: 'Already signed in elsewhere',
  lead: phrase('Agent ID {agentId} is signed in at {gateway} on another computer or in another program.'),
  effect: 'Taking over signs that one out. A listen or call that is under way there may end.',
  takeOver: 'Take over',
  cancel: 'Cancel',
};
