import { z } from 'zod';
import { readDirectHost } from './directHost.ts';
import { parseGatewayAddress } from './gatewayAddress.ts';
import { directHostPattern, gatewayPattern, pinPattern, proxyPattern } from './hostPattern.ts';
import { languages } from './language.ts';
import { readAdministratorsPin } from './pin.ts';
import { readProxyAddress } from './proxyAddress.ts';
import { mostRules, ruleSchema } from './rules.ts';

const host = z
  .string()
  .max(253)
  .regex(directHostPattern)
  .refine((text) => readDirectHost(text) !== null);

/** `host`, `host:port` or an https:// address; no user name or password. */
const gatewayAddress = z
  .string()
  .max(300)
  .regex(gatewayPattern)
  .refine((text) => parseGatewayAddress(text) !== null);

const pin = z
  .string()
  .regex(pinPattern)
  .refine((text) => readAdministratorsPin(text) !== null);

/**
 * Every setting, one schema each; the patterns are for editors and templates, the readers behind them are those by which
 * Earshot uses the value, so that what fits can be used (units in the name's comment). Who may set which, the defaults and the words for the
 * administrator stand in main/settings/definition.ts.
 */
export const settings = {
  /** The only gateway that is signed in to; empty: the inspector names it. */
  gateway: z.union([z.literal(''), gatewayAddress]),
  /** Tried in turn after the gateway that was signed in to: host or host:port. */
  backupGateways: z.array(gatewayAddress).max(8),
  /** PEM file of certificate authorities that are trusted beside the system's; empty: none. */
  certificateAuthorityFile: z.string().max(1000),
  /** Certificates trusted beforehand: `host:port=SHA-256 fingerprint`, several for one address while certificates rotate. */
  pins: z.array(pin).max(64),
  /** Whether inspectors may trust a certificate themselves. */
  userTrust: z.boolean(),
  /** Whether a pinned certificate is good beyond its dates. */
  allowExpiredCertificate: z.boolean(),
  minimumTls: z.enum(['1.0', '1.1', '1.2', '1.3']),
  /** Whether "Keep me signed in" is offered. */
  keepSignedInAllowed: z.boolean(),
  /** Whether the inspector may listen to agents at all. */
  listenAllowed: z.boolean(),
  /** Whether the inspector may speak with an agent, unheard by the customer. */
  whisperAllowed: z.boolean(),
  /** Whether the inspector may speak with agent and customer. */
  insertAllowed: z.boolean(),
  /** Whether the inspector may take a call over. */
  interceptAllowed: z.boolean(),
  /** Whether the inspector may make an agent idle, busy, rest, sign out, or end the agent's call; each for itself. */
  forceIdleAllowed: z.boolean(),
  forceBusyAllowed: z.boolean(),
  forceRestAllowed: z.boolean(),
  forceSignOutAllowed: z.boolean(),
  forceDropCallAllowed: z.boolean(),
  /** Whether the inspector may follow an agent to the next call. */
  followAllowed: z.boolean(),
  /** Whether the inspector may save the audit trail as a table. */
  exportAllowed: z.boolean(),
  /** `system`, `direct`, or the address of an HTTP proxy, without a user name or password. */
  proxy: z.union([
    z.enum(['system', 'direct']),
    z
      .string()
      .max(300)
      .regex(proxyPattern)
      .refine((text) => readProxyAddress(text) !== null),
  ]),
  /** Hosts that are reached without the proxy. */
  proxyDirect: z.array(host).max(64),
  /** Seconds between two polls of the roster. */
  rosterInterval: z.int().min(1).max(60),
  /** Milliseconds from an answer with an event to the next poll (protocol.md 2.1). */
  pollGap: z.int().min(0).max(500),
  /** What Earshot speaks; `system`: the system's own language where Earshot knows it, else English. */
  language: z.enum(['system', ...languages]),
  /** Minutes of talk after which a row is marked. */
  longTalkMinutes: z.int().min(1).max(240),
  /** Whether a ring is heard on the computer, too. */
  alertSound: z.boolean(),
  /** Per cent. */
  alertVolume: z.int().min(0).max(100),
  /** Name of the output device as the system lists it; empty: the system's default. */
  alertDevice: z.string().max(300),
  /** The small window above all others: with every ring, only when something else did not show, or not at all. */
  alertWindow: z.enum(['always', 'escalation', 'never']),
  /** No sound whatever happens; the small window comes with every ring instead, unless it is never to come. */
  silentMode: z.boolean(),
  /** What Earshot does when a followed agent's call begins. */
  followMode: z.enum(['ask', 'listen']),
  /** The phone is linked to the gateway (eSpace 7910): Earshot can pick it up. */
  phoneLinkage: z.boolean(),
  /** Whether Earshot starts when the inspector logs in to the computer. */
  autostart: z.boolean(),
  /** Whether a start at log-in stays in the tray, without a window. */
  startHidden: z.boolean(),
  /** The least that is logged. */
  logLevel: z.enum(['info', 'warn', 'error']),
  /** Megabytes of one log file; the next one is begun then. */
  logSize: z.int().min(1).max(100),
  /** Days after which a log file is deleted. */
  logDays: z.int().min(1).max(365),
  /** Days for which listens stay in the audit trail. */
  auditDays: z.int().min(1).max(3_650),
  /** Whether a listen is refused while its entry in the audit trail cannot be written. */
  auditRequired: z.boolean(),
  /** Absolute path of a folder in which each head of the audit trail's chain is noted, too; empty: none. */
  auditHeadsFolder: z.string().max(1000),
  /** Listens of each agent that are to be heard; 0: there is no plan. */
  planListens: z.int().min(0).max(50),
  /** Minutes from which on a listen counts. */
  planMinutes: z.int().min(1).max(120),
  /** In which time; a week begins on Monday. */
  planEvery: z.enum(['week', 'month']),
  /** Names of the groups whose agents are to be heard. */
  planGroups: z.array(z.string().min(1).max(200)).max(64),
  /** Whether the inspector's favourites are; without them and without groups, everybody is. */
  planFavourites: z.boolean(),
  /** Personal alerts on agents and queues. */
  rules: z.array(ruleSchema).max(mostRules),
  /** Absolute path of a JSON file with the form of the scorecard; empty: the default form. */
  scorecardFile: z.string().max(1000),
  /** Days for which notes are kept after their last change. */
  noteDays: z.int().min(1).max(3_650),
  /** Whether notes are encrypted where the system offers it. */
  notesEncrypted: z.boolean(),
} as const;

export type SettingName = keyof typeof settings;
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof settings)[Name]> };

export const settingsSchema = z.strictObject(settings);
export const settingNameSchema = z.enum(Object.keys(settings) as [SettingName, ...SettingName[]]);

/** Where a value comes from; later ones win. */
export const settingSources = ['default', 'user', 'machine', 'policy'] as const;

/** Why a value does not count: its name is no setting, it is not what the setting takes, or it is not this source's to set. */
export const wrongReasons = ['unknownName', 'doesNotFit', 'administratorOnly'] as const;

/** A value that was found and is not obeyed. It is named, never quoted. */
export const wrongSettingSchema = z.strictObject({
  name: z.string().max(64),
  source: z.enum(settingSources),
  why: z.enum(wrongReasons),
  /** Of a list: the places of the entries that do not fit, from 1; the others count. */
  entries: z.array(z.int().min(1)).max(100).optional(),
});

export type WrongSetting = z.infer<typeof wrongSettingSchema>;

/** What the page shows of the settings. */
export const shownSettingsSchema = z.strictObject({
  values: settingsSchema,
  /** Set by the administrator: the page cannot change them. */
  locked: z.array(settingNameSchema),
  wrong: z.array(wrongSettingSchema).max(100),
});

export type ShownSettings = z.infer<typeof shownSettingsSchema>;
