import type { SettingWords } from './settingWords.ts';

export const en: SettingWords = {
  product: 'Earshot',
  about: 'Settings of Earshot, the listening plugin for call-centre quality inspectors.',
  supported: 'Earshot 0.1 or later',
  groups: {
    gateway: 'Gateway',
    trust: 'Trust',
    features: 'Features',
    alerts: 'Alerts',
    application: 'Application',
    worklist: 'Worklist',
    records: 'Log and audit trail',
  },
  oneALine: 'One entry a line.',
  oneObjectALine: 'One entry a line, each a JSON object; docs/settings.md has their parts.',
  settings: {
    gateway: {
      title: 'Gateway address',
      text: 'The CC-Gateway that Earshot signs in to: host, host:port (8043 unless named) or an https:// address. The inspector sees it in the sign-in form and cannot change it. Empty: the inspector names the gateway.',
    },
    backupGateways: {
      title: 'Backup gateways',
      text: 'Addresses that are tried in turn when the gateway cannot be reached.',
    },
    proxy: {
      title: 'Proxy',
      text: 'system: the proxy of the computer, scripts included. direct: none. Or the address of an HTTP proxy, such as http://proxy.example:8080, without a user name or password.',
    },
    proxyDirect: {
      title: 'Reached without the proxy',
      text: 'Hosts that are reached without the proxy: gateway.example, .example with all hosts below it, 10.* for addresses that begin so, <local> for names without a dot, * for all. No ports, no masks.',
    },
    rosterInterval: {
      title: 'Seconds between two looks at the agents',
      text: 'How often the list of agents is fetched while it is in view. Longer is easier on the gateway.',
    },
    pollGap: {
      title: 'Pause after an event, in milliseconds',
      text: 'The time from an answer with an event to the next event poll. Shorter shows a ring sooner when several events wait; Huawei recommends 200 to 500.',
    },
    certificateAuthorityFile: {
      title: 'File of certificate authorities',
      text: 'Absolute path of a PEM file of certificate authorities, trusted beside those of the computer. Names are checked as usual. A file that is missing or holds a damaged certificate is not obeyed at all, and every inspector is told. For a gateway that signs its own certificate, pins are the better way.',
    },
    pins: {
      title: 'Certificates trusted beforehand',
      text: 'host:port=SHA-256 fingerprint, the fingerprint as 32 upper-case hexadecimal pairs joined by colons. Several for one address while certificates rotate. The name in such a certificate does not matter.',
    },
    userTrust: {
      title: 'Inspectors may trust a certificate',
      text: 'Off: inspectors cannot trust a certificate themselves, and what they trusted before does not count.',
    },
    allowExpiredCertificate: {
      title: 'Accept pinned certificates beyond their dates',
      text: 'On: a certificate that is trusted by its fingerprint is good beyond its dates. Inspectors are told from 30 days before the end, once a day.',
    },
    minimumTls: {
      title: 'Oldest TLS version',
      text: 'The oldest version of TLS that is spoken with a gateway.',
    },
    listenAllowed: {
      title: 'Offer listening',
      text: 'Off: nobody can be listened to from this computer; the agents are shown only.',
    },
    whisperAllowed: {
      title: 'Offer whispering',
      text: 'On: inspectors may speak with an agent so that the customer does not hear it. The gateway asks for a right of its own.',
    },
    insertAllowed: {
      title: 'Offer inserting',
      text: 'On: inspectors may join a call, heard by agent and customer. On an agent without a call this opens a talk with the agent; Earshot asks first.',
    },
    interceptAllowed: {
      title: 'Offer taking calls over',
      text: 'On: inspectors may take the call that they listen to over from the agent, who leaves it.',
    },
    forceIdleAllowed: {
      title: 'Offer making agents idle',
      text: 'On: inspectors may make an agent idle, after a question that names the agent.',
    },
    forceBusyAllowed: {
      title: 'Offer making agents busy',
      text: 'On: inspectors may make an agent busy, after a question that names the agent.',
    },
    forceRestAllowed: {
      title: 'Offer sending agents into a rest',
      text: 'On: inspectors may send an agent into a rest of some minutes, after a question that names the agent.',
    },
    forceSignOutAllowed: {
      title: 'Offer signing agents out',
      text: 'On: inspectors may sign an agent out, after a question that names the agent.',
    },
    forceDropCallAllowed: {
      title: 'Offer ending an agent’s call',
      text: 'On: inspectors may end the call that an agent is in, after a question that names the agent.',
    },
    followAllowed: {
      title: 'Offer following',
      text: 'Off: inspectors cannot follow an agent to the next call, and make no standing listens.',
    },
    exportAllowed: {
      title: 'Offer the audit trail as a table',
      text: 'Off: inspectors cannot save the audit trail as a CSV file. Its own files stay where they are.',
    },
    keepSignedInAllowed: {
      title: 'Offer “Keep me signed in”',
      text: 'Off: password and phone number are never kept, and what was kept is deleted.',
    },
    phoneLinkage: {
      title: 'Phones are linked to the gateway',
      text: 'On: phones are linked to the gateway (eSpace 7910), and Earshot can pick them up.',
    },
    longTalkMinutes: {
      title: 'Minutes after which a talk is marked as long',
      text: 'An agent who talks for longer than this is marked in the list.',
    },
    alertSound: {
      title: 'Ring on the computer',
      text: 'Whether a ring of the inspector’s phone is heard on the computer, too.',
    },
    alertVolume: {
      title: 'Volume of the ring, in per cent',
      text: 'How loud the ring is on the computer.',
    },
    alertDevice: {
      title: 'Output device of the ring',
      text: 'The name of the output device as the system lists it. Empty: the system’s own. A device that is not connected is replaced by the system’s own.',
    },
    alertWindow: {
      title: 'Small window above all others',
      text: 'always: with every ring. escalation: when something else did not appear, when notifications are held back, or when nobody reacts for six seconds. never: not at all.',
    },
    silentMode: {
      title: 'Silent mode',
      text: 'On: no sound whatever happens; the small window comes with every ring instead.',
    },
    followMode: {
      title: 'When a followed agent’s call begins',
      text: 'ask: the inspector is asked. listen: Earshot listens at once, and the inspector’s phone rings. The same holds for standing listens.',
    },
    language: {
      title: 'Language',
      text: 'system: the language of the system, English where Earshot does not speak it. en: English. zh-CN: Simplified Chinese.',
    },
    autostart: {
      title: 'Start with the computer',
      text: 'Whether Earshot starts when the inspector logs in to the computer.',
    },
    startHidden: {
      title: 'Start in the tray',
      text: 'Whether a start at log-in stays in the tray, without a window.',
    },
    logLevel: {
      title: 'What is logged',
      text: 'info: everything. warn: warnings and errors. error: errors only.',
    },
    logSize: {
      title: 'Size of a log file, in megabytes',
      text: 'When a log file has grown to this, the next one is begun.',
    },
    logDays: {
      title: 'Days for which the log is kept',
      text: 'Log files that are older are deleted, while the gateway’s date agrees with the computer’s.',
    },
    auditDays: {
      title: 'Days for which the audit trail is kept',
      text: 'Listens that are older leave the audit trail, while the gateway’s date agrees with the computer’s.',
    },
    auditRequired: {
      title: 'No listen without its record',
      text: 'On: while the audit trail cannot be written, listening is refused. Off: such listens are kept and written as soon as it can be.',
    },
    auditHeadsFolder: {
      title: 'Folder for heads of the audit trail',
      text: 'A folder (absolute path), usually a share where inspectors may add but not change: with every entry its number and hash are noted there, by which a trail that was cut or written anew is found. Empty: none.',
    },
    planListens: {
      title: 'Listens of each agent',
      text: 'How many listens of each agent are to be heard in a week or month. 0: there is no plan, and no worklist.',
    },
    planMinutes: {
      title: 'Minutes from which on a listen counts',
      text: 'Shorter listens are shown and do not count.',
    },
    planEvery: {
      title: 'Time of the plan',
      text: 'week: from Monday to Sunday. month: a calendar month. Both by the computer’s time zone; what was not heard is not carried over.',
    },
    planGroups: {
      title: 'Groups of the plan',
      text: 'Names of the groups whose agents are to be heard, as the list of agents shows them. None, and no favourites: everybody.',
    },
    planFavourites: {
      title: 'Favourites are in the plan',
      text: 'On: the inspector’s favourites are to be heard, beside the agents of the groups.',
    },
    rules: {
      title: 'Rules',
      text: 'Personal alerts: on an agent’s time in a state, on how many agents are in a state, on callers who wait in a queue. Each tells once until it is over, and keeps quiet during a listen.',
    },
    scorecardFile: {
      title: 'Form of the scorecard',
      text: 'A JSON file (absolute path) with the criteria by which inspectors judge a call. Empty: Earshot’s own form.',
    },
    noteDays: {
      title: 'Days for which notes are kept',
      text: 'Notes and grades that were not changed for longer are deleted, a month at a time, while the gateway’s date agrees with the computer’s.',
    },
    notesEncrypted: {
      title: 'Encrypt notes',
      text: 'On: notes and grades are encrypted on the disk wherever the system offers it, and can be read by the same user on the same computer only. Off: they are plain text in the user’s own folder.',
    },
  },
};
