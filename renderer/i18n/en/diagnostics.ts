import type { StepName } from '../../../contract/diagnostics.ts';
import type { settingSources } from '../../../contract/settings.ts';
import { phrase, type Phrase } from '../phrase.ts';

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(milliseconds < 9_950 ? 1 : 0);

/** What is tried when something does not work. */
export const diagnostics = {
  title: 'Diagnostics',
  lead: 'Tries, step by step, what Earshot needs on this computer and on the way to the gateway. Nobody is signed in by it. Your alerts are shown once, and may make a sound.',
  run: 'Run diagnostics',
  runAgain: 'Run again',
  stop: 'Stop',
  gateway: phrase('Gateway: {gateway}'),
  noGateway: 'No gateway address is entered.',
  never: 'Not run yet.',
  running: 'Running',
  allGood: phrase('Everything works. Run at {time}.'),
  someFailed: (count: number): Phrase<'time'> =>
    count === 1 ? phrase('One step failed. Run at {time}.') : phrase(`${String(count)} steps failed. Run at {time}.`),
  notAll: phrase('Not everything was tried. Run at {time}.'),
  took: (milliseconds: number): string => `${seconds(milliseconds)} s`,
  steps: {
    address: 'Gateway address',
    proxy: 'Proxy',
    tls: 'Encryption and certificate',
    signIn: 'Sign-in at the gateway',
    clock: 'Clock',
    alerts: 'Alerts',
    storage: 'Storage',
  } satisfies Record<StepName, string>,
  kinds: { passed: 'Passed', failed: 'Failed', notTried: 'Not tried', running: 'Running', waiting: 'Waiting' },
  waiting: 'Waiting',
  trying: 'Trying',
  notes: {
    addresses: phrase('Known as {addresses}.'),
    addressByProxy: 'The proxy looks it up.',
    noProxy: 'None is needed.',
    throughProxy: phrase('Let through by {proxy}.'),
    passedOver: phrase('Not reached: {proxies}.'),
    trusted: 'Encrypted, and the certificate is trusted.',
    answered: 'A CC-Gateway answers.',
    clockSame: 'The same as the gateway’s.',
    clockAhead: phrase('{seconds} s ahead of the gateway’s.'),
    clockBehind: phrase('{seconds} s behind the gateway’s.'),
    shown: (count: number): string =>
      count === 1 ? 'The one way of alerting here works.' : `All ${String(count)} ways of alerting here work.`,
    heldBack: 'But your system holds notifications back at the moment.',
    stored: 'Files are kept, and secrets can be encrypted.',
    storedPlain: 'Files are kept. This computer offers no encryption, so nothing secret is kept.',
  },
  faults: {
    noAddress: { sentence: 'There is no gateway address.', remedy: 'Enter it on the sign-in page.' },
    notAnAddress: { sentence: 'This is no gateway address.', remedy: 'It looks like gateway.example:8043.' },
    oddNumber: {
      sentence: 'This IP address is not written in full.',
      remedy: 'Four numbers without zeros in front, like 10.0.0.5; or [fd00::5], in brackets.',
    },
    clockAhead: {
      sentence: phrase('This computer’s clock is {seconds} s ahead of the gateway’s.'),
      remedy: 'Set the clock, or ask your administrator: certificates and the audit trail rest on it.',
    },
    clockBehind: {
      sentence: phrase('This computer’s clock is {seconds} s behind the gateway’s.'),
      remedy: 'Set the clock, or ask your administrator: certificates and the audit trail rest on it.',
    },
    notShown: {
      sentence: phrase('Not seen to appear: {surfaces}.'),
      remedy: 'Open Alerts in the settings, and test them there one by one.',
    },
    notStored: {
      sentence: 'Earshot cannot keep files on this computer.',
      remedy: phrase('Check that the disk is not full, or ask your administrator. Code: {code}'),
    },
    tooLong: { sentence: phrase('There was no result within {seconds} s.'), remedy: 'Check your network or VPN, then run it again.' },
  } satisfies Record<string, { readonly sentence: string; readonly remedy: string }>,
  notTried: {
    stopped: phrase('Not tried, because you stopped.'),
    stepBefore: phrase('Not tried, because this did not pass: {before}.'),
    noDate: phrase('Not tried, because the gateway does not tell its time.'),
    alertUnderWay: phrase('Not tried, because an alert is being shown.'),
    cutShort: phrase('Not finished, because a real alert came.'),
  },
  support: {
    title: 'File for support',
    lead: 'Diagnostics, versions, settings and the end of the log. Passwords, session keys, cookies and phone numbers are not in it.',
    save: 'Save the file',
  },
  saved: phrase('Saved as {name}.'),
  downloaded: 'Your browser has the file.',
  about: {
    title: 'About this Earshot',
    version: 'Earshot',
    host: 'Runs in',
    hosts: { electron: 'Its own window', web: 'A browser' },
    system: 'System',
  },
  origins: {
    title: 'Settings in force',
    name: 'Setting',
    value: 'Value',
    source: 'Set by',
    sources: {
      default: 'Default',
      user: 'You',
      machine: 'Administrator’s file',
      policy: 'Policy',
    } satisfies Record<(typeof settingSources)[number], string>,
    none: 'none',
  },
};

/** The record of listens. */
export const audit = {
  title: 'Audit trail',
  lead: 'Every listen on this computer is written down: who, when, which agent, what came of it, how long. Names, phone numbers and customers are not.',
  notWritten: 'It cannot be written at the moment. Earshot keeps trying. Tell your administrator.',
  kept: 'Kept',
  keptDays: (days: number): string => (days === 1 ? 'One day, then whole months go' : `${String(days)} days, then whole months go`),
  required: 'While it cannot be written',
  requiredOn: 'Listening is refused',
  requiredOff: 'Listens are kept and written later',
  heads: 'Vouched for in',
  headsNowhere: 'No other place',
  export: 'Save as a table',
  exportLead: 'The listens that began on these days, as a CSV file for a spreadsheet.',
  from: 'From',
  to: 'To',
  wrongRange: 'The first day is after the last.',
  save: 'Save the table',
  check: 'Check for changes',
  checkLead: 'Follows the trail from its first entry to its last.',
  checkNow: 'Check now',
  checking: 'Checking',
  unreadable: phrase('The trail could not be read at {time}. Tell your administrator.'),
  good: (listens: number): Phrase<'time'> =>
    listens === 1
      ? phrase('One listen, nothing changed. Checked at {time}.')
      : phrase(`${String(listens)} listens, nothing changed. Checked at {time}.`),
  empty: 'No listen was written down yet.',
  bad: (places: number): string =>
    places === 1
      ? 'One place is not as it was written. Tell your administrator.'
      : `${String(places)} places are not as they were written. Tell your administrator.`,
  firstAt: phrase('First in {file}, line {line}.'),
  removed: (count: number): string => `${String(count)} older entries were removed as your administrator decided.`,
};
