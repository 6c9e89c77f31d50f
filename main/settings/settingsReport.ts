import { shapeOf } from '../../contract/settingShape.ts';
import { settingNameSchema, type SettingName, type WrongSetting } from '../../contract/settings.ts';
import type { Administered, AdministeredFault } from './administered.ts';
import { settingNames } from './definition.ts';
import { en } from './documentation/en.ts';
import { failsClosed, resolvedSettings, type SettingSource } from './layers.ts';
import type { OwnChoices } from './ownChoices.ts';
import { nativeFaultText, type RegistryRead } from './registryRead.ts';

/** What of this computer decides about the settings. */
export interface SettingsFound {
  readonly administered: Administered;
  readonly own: OwnChoices;
  readonly places: Readonly<Record<'policy' | 'machine' | 'user', string>>;
  /** Why the file that `certificateAuthorityFile` names cannot be used, as the log says it; null: it can, or none is named. */
  authorityFileFault(file: string): string | null;
}

export interface SettingsReport {
  readonly lines: readonly string[];
  /** Whether everything that was found is obeyed. */
  readonly obeyed: boolean;
}

const sourceNames: Readonly<Record<SettingSource, string>> = {
  policy: 'policy',
  machine: 'settings file',
  user: 'own choice',
  default: 'default',
};

/**
 * What `--check-settings` prints: every place of settings with what was found there, every setting in force with the place that it
 * comes from, and everything that is not obeyed with the reason and what to do. A value that is not obeyed is named, never quoted.
 */
export function settingsReport({ administered, own, places, authorityFileFault }: SettingsFound): SettingsReport {
  const { machine, policy, faults, registry } = administered;
  const user = own.kind === 'read' ? own.values : {};
  const { shown, sourceOf } = resolvedSettings({ user, machine, policy, sourceUnreadable: faults.length > 0 });
  const authorities = authorityFileFault(shown.values.certificateAuthorityFile);
  const findings = [
    ...faults.map(faultText),
    ...(own.kind === 'unreadable'
      ? [`own choices: The file cannot be read. Earshot moves it aside at its next start and begins with the defaults.`]
      : []),
    ...shown.wrong.map(wrongText),
    ...(authorities === null
      ? []
      : [
          `certificateAuthorityFile: The file that it names cannot be used (${authorities}), so none of its authorities is trusted. Mend the file, or name another.`,
        ]),
  ];
  const lines = [
    'Places of settings, the strongest first:',
    `  policy         ${places.policy}: ${administeredState(faults.includes('policyUnreadable'), policy)}`,
    ...(registry === undefined ? [] : [`                 ${registryText(registry)}`]),
    `  settings file  ${places.machine}: ${administeredState(
      faults.some((fault) => fault !== 'policyUnreadable'),
      machine,
    )}`,
    `  own choice     ${places.user}: ${ownState(own)}`,
    '',
    'In force:',
    ...settingNames.map((name) => `  ${name} = ${JSON.stringify(shown.values[name])}  (${inForceBy(name)})`),
    '',
    ...(findings.length === 0 ? ['Everything that was found is obeyed.'] : ['Not obeyed:', ...findings.map((finding) => `  ${finding}`)]),
    ...(failsClosed(shown) ? ['Until this is put right, inspectors cannot trust a certificate themselves.'] : []),
  ];
  return { lines, obeyed: findings.length === 0 };

  function inForceBy(name: SettingName): string {
    return name === 'userTrust' && failsClosed(shown) ? 'off because of what is not obeyed' : sourceNames[sourceOf(name)];
  }
}

function administeredState(isUnreadable: boolean, values: Readonly<Record<string, unknown>>): string {
  return isUnreadable ? 'not obeyed' : countText(Object.keys(values).length);
}

function registryText(read: RegistryRead): string {
  switch (read.by) {
    case 'native':
      return 'read by Windows’ own functions';
    case 'regExe':
      return `read with reg.exe, by which only ASCII gets through. ${nativeFaultText(read.because)}`;
    case 'nothing':
      return `read neither by Windows’ own functions nor with reg.exe. ${nativeFaultText(read.because)}`;
  }
}

function ownState(own: OwnChoices): string {
  switch (own.kind) {
    case 'read':
      return countText(Object.keys(own.values).length);
    case 'notThere':
      return 'nothing set';
    case 'unreadable':
      return 'not obeyed';
  }
}

function countText(count: number): string {
  if (count === 0) return 'nothing set';
  return count === 1 ? '1 value' : `${String(count)} values`;
}

function faultText(fault: AdministeredFault): string {
  switch (fault) {
    case 'machineFileDamaged':
      return 'settings file: It cannot be read, or is no JSON object. Check it with assets/policy/settings.schema.json.';
    case 'machineFileUnprotected':
      return 'settings file: Users can write it, so it is nobody’s word. Give file and folder to the administrator alone (docs/settings.md).';
    case 'policyUnreadable':
      return 'policy: It cannot be read. On Windows see why above; on macOS see that plutil may run and that the managed preferences are root’s; or use the settings file.';
  }
}

function wrongText({ name, source, why, entries }: WrongSetting): string {
  const where = `${plainName(name)} (${sourceNames[source]})`;
  switch (why) {
    case 'unknownName':
      return `${where}: There is no setting of this name. Correct it (docs/settings.md has them all), or remove it.`;
    case 'administratorOnly':
      return `${where}: Only the administrator can set it. Set it by policy or in the settings file.`;
    case 'doesNotFit': {
      const setting = settingNameSchema.safeParse(name);
      const takes = setting.success ? `It takes ${takesText(setting.data)}. Correct it.` : 'Correct it.';
      if (entries === undefined) return `${where}: The value does not fit. ${takes}`;
      return `${where}: ${entries.length === 1 ? 'Entry' : 'Entries'} ${entries.join(', ')} of the list cannot be used; the others count. ${takes}`;
    }
  }
}

/** A name is whatever somebody wrote, and is printed into a terminal. */
function plainName(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?');
}

function takesText(name: SettingName): string {
  const shape = shapeOf(name);
  switch (shape.kind) {
    case 'onOff':
      return 'true or false';
    case 'number':
      return `a whole number from ${String(shape.least)} to ${String(shape.most)}`;
    case 'choice':
      return shape.values.join(' or ');
    case 'text':
    case 'list':
    case 'records':
      return `${{ text: 'a text', list: 'a list of texts', records: 'a list of objects' }[shape.kind]}. ${en.settings[name].text.replace(/\.$/, '')}`;
  }
}
