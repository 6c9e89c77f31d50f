import { shapeOf } from '../../contract/settingShape.ts';
import type { SettingName } from '../../contract/settings.ts';
import { definitions, settingGroups, settingNames, type SettingGroup } from '../../main/settings/definition.ts';
import { en } from '../../main/settings/documentation/en.ts';
import { machineFilePath } from '../../main/settings/machineFile.ts';
import { preferenceDomain } from '../../main/settings/policy/managedPreferences.ts';
import { ruleColours, ruleStates } from '../../contract/rules.ts';
import { exampleRules, exampleSettings } from './example.ts';

/** docs/settings.md: every setting, and how an administrator sets it. */
export function settingsDocument(): string {
  return `${[head, ...settingGroups.map(groupTable), aRule, windows, macos, machineFile, wrong].join('\n\n')}\n`;
}

const head = `<!-- Written by \`npm run settings:write\`; what is changed here is lost. -->

# Settings of Earshot

Each setting comes from the strongest place that sets it; the others do not count:

| | place | who writes it |
|---|---|---|
| 1 | policy: Windows registry, macOS managed preferences | the administrator, for many computers |
| 2 | the settings file of the computer | the administrator, for this computer |
| 3 | the settings page, where the setting is the inspector’s to choose | the inspector |
| 4 | the default | |

What the administrator sets is shown on the settings page with “Set by your administrator” and cannot be changed there. Policies and the settings file are read when Earshot starts, and again when the computer wakes up or is unlocked; then they count at once (a new gateway address: at the next sign-in). Where trust is set otherwise, every connection is cut and its certificate judged anew.`;

function groupTable(group: SettingGroup): string {
  const rows = settingNames
    .filter((name) => definitions[name].group === group)
    .map(
      (name) =>
        `| \`${name}\` | **${en.settings[name].title}.** ${cell(en.settings[name].text)} | ${takes(name)} | ${fallback(name)} | ${chooser(name)} |`,
    );
  return [
    `## ${en.groups[group]}`,
    '',
    '| setting | what it does | takes | default | inspector may choose |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<');
}

function takes(name: SettingName): string {
  const shape = shapeOf(name);
  switch (shape.kind) {
    case 'onOff':
      return '`true`, `false`';
    case 'number':
      return `${String(shape.least)} to ${String(shape.most)}`;
    case 'choice':
      return shape.values.map((value) => `\`"${value}"\``).join(', ');
    case 'text':
      return 'text';
    case 'list':
      return 'list of texts';
    case 'records':
      return '[list of objects](#a-rule)';
  }
}

function fallback(name: SettingName): string {
  return `\`${JSON.stringify(definitions[name].fallback)}\``;
}

function chooser(name: SettingName): string {
  return definitions[name].settableBy === 'inspector' ? 'yes' : 'no';
}

const aRule = `## A rule

An entry of \`rules\` is an object. Of what may be left out, the default stands in bold.

| part | what it says | takes |
|---|---|---|
| \`watch\` | what it watches, and from where on it is on | one of the objects below |
| \`name\` | what it is called | text of at most 60 characters; **empty**: what it watches |
| \`toast\` | whether a notification tells of it | **\`true\`**, \`false\` |
| \`sound\` | whether a short sound does; none while “Ring on the computer” is off or silent mode is on | \`true\`, **\`false\`** |
| \`colour\` | what the agents, number or queue that it is about carry on the page while it is on | ${ruleColours.map((colour) => (colour === 'none' ? '**`"none"`**' : `\`"${colour}"\``)).join(', ')} |
| \`enabled\` | whether it is watched | **\`true\`**, \`false\` |

| \`watch.kind\` | it is on while | the other parts of \`watch\` |
|---|---|---|
| \`"timeInState"\` | an agent is in the state for longer than so many minutes | \`state\`, \`of\`, \`minutes\` (1 to 600) |
| \`"numberInState"\` | more, or fewer, agents than this are in the state | \`state\`, \`of\`, \`bound\` (\`"moreThan"\`, \`"fewerThan"\`), \`number\` |
| \`"waiting"\` | more callers than this wait in a queue | \`skill\`, \`moreThan\` |
| \`"longestWait"\` | somebody has waited in a queue for longer than so many seconds | \`skill\`, \`seconds\` (1 to 36000) |

\`state\` is one of ${ruleStates.map((state) => `\`"${state}"\``).join(', ')}. \`of\` is whose state is meant: \`{ "kind": "all" }\` unless something else is said, \`{ "kind": "favourites" }\`, or \`{ "kind": "group", "group": "Sales" }\`, by the name that the list of agents shows. \`skill\` is a skill’s name or number; left out: any.

\`\`\`json
${JSON.stringify({ rules: exampleRules }, null, 2)}
\`\`\`

In a policy of Windows each line is one such object, on that line alone.`;

const windows = `## Policies of Windows

\`assets/policy/windows\` holds a template for Group Policy: copy \`Earshot.admx\` and the folders \`en-US\` and \`zh-CN\` to \`PolicyDefinitions\` (of the domain: \`\\\\DOMAIN\\SYSVOL\\DOMAIN\\Policies\\PolicyDefinitions\`); Intune imports the same files. The policies stand under **Administrative Templates, Earshot**, for the computer and for the user.

They end as values of \`HKEY_LOCAL_MACHINE\\Software\\Policies\\Earshot\` and \`HKEY_CURRENT_USER\\Software\\Policies\\Earshot\`; the computer’s win over the user’s, setting by setting. Windows lets administrators alone write below \`Software\\Policies\`, in the user’s part, too: what a user writes elsewhere in their registry is not read.

| setting takes | registry |
|---|---|
| \`true\`, \`false\` | \`REG_DWORD\` 1 or 0 |
| a number | \`REG_DWORD\` |
| text | \`REG_SZ\` |
| list of texts | \`REG_MULTI_SZ\`, or \`REG_SZ\` with JSON: \`["a", "b"]\` |
| list of objects | \`REG_MULTI_SZ\`, each line one object as JSON, or \`REG_SZ\` with JSON of all of them |

\`REG_EXPAND_SZ\` is taken as it stands, as variables are the user’s to set; a number may be \`REG_QWORD\`, too.

The registry is read by Windows’ own functions, in Earshot’s process; “Prevent access to registry editing tools” does not touch that. The module that calls them is \`registry\\node.napi.node\` in the folder \`resources\` of the program (run from the source, it lies in \`node_modules\`), signed as the program is: where only chosen code may run (AppLocker’s rules for DLLs, App Control), allow it with the program. Where it cannot be loaded, or does not get through to the keys, the registry is read with \`reg.exe\` of System32, in the folder of Windows as the kernel knows it (\`\\SystemRoot\`), never by \`%SystemRoot%\`. What was used, and why the first was not, stands in the log (\`registry read\`) and is printed by \`--check-settings\`. Where neither can read them, every inspector is told; use the settings file there.

By Windows’ own functions, texts may be in any script. By \`reg.exe\`, only ASCII without question marks gets through; other texts are named and not obeyed. Written as JSON with escapes, quotation marks included, they get through in both ways: \`"Kopfh\\u00f6rer"\`.`;

const macos = `## Managed preferences of macOS

A configuration profile with the payload type \`${preferenceDomain}\` sets them: \`assets/policy/macos/Earshot.mobileconfig\` is one to start from, and \`assets/policy/macos/${preferenceDomain}.plist\` is the manifest with which ProfileCreator, iMazing Profile Editor and Jamf offer every setting. Earshot reads what the system writes to \`/Library/Managed Preferences\`, for the user over that for the computer, and only while root alone can write it. What a user sets with \`defaults write\` does not count.`;

const machineFile = `## The settings file of a computer

| | |
|---|---|
| Windows | \`${machineFilePath('win32', 'C:\\Windows')}\` |
| macOS | \`${machineFilePath('darwin', '')}\` |
| Linux | \`${machineFilePath('linux', '')}\` |

One JSON object; \`assets/policy/settings.schema.json\` checks it while you write:

\`\`\`json
${JSON.stringify({ $schema: './settings.schema.json', ...exampleSettings }, null, 2)}
\`\`\`

On Linux it is the policy, too: there is no stronger place. The file counts only if users cannot write it, or every inspector is told and it is not obeyed. On macOS and Linux that means: file and folder belong to root, and neither group nor others may write them (\`chown root\`, \`chmod go-w\`).

On Windows the folder lies on the drive of Windows, by its fixed name and not by \`%ProgramData%\`: variables are the user’s to set, and would let them choose whose file counts. The file is refused when the inspector who starts Earshot could write it. But \`ProgramData\` lets every user make folders, and Earshot cannot see who made one: on computers that several people use, make the folder yourself before anyone else does, even if there is to be no file in it. As an administrator:

\`\`\`
mkdir "%SystemDrive%\\ProgramData\\Earshot"
icacls "%SystemDrive%\\ProgramData\\Earshot" /setowner *S-1-5-32-544 /T
icacls "%SystemDrive%\\ProgramData\\Earshot" /inheritance:r /grant *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /T
\`\`\`

Policies need none of this.`;

const wrong = `## What cannot be used

A value that does not fit, and a name that is no setting, is not obeyed: the next weaker place counts, in the end the default. Of a list the entries that fit count, and the places of the others are named. What fits can be used: addresses, pins and proxies are judged by the readers that use them. It is named by place and setting, never quoted, on the settings page under **Not obeyed** and in the log (\`setting not obeyed\`); every inspector is told to call the administrator. A source that cannot be read as a whole is told in the same way, and Earshot starts all the same. Trust fails closed: while an entry of \`pins\` or the value of \`userTrust\` cannot be used, or a source cannot be read and no other place of the administrator sets \`userTrust\`, inspectors cannot trust a certificate themselves and what they trusted does not count; they are told so. \`--check-settings\` tells an administrator all of it without starting Earshot: [admin.md](admin.md#check-the-settings).

| in the log | what it means |
|---|---|
| \`machineFileDamaged\` | the settings file cannot be read, or is no JSON object |
| \`machineFileUnprotected\` | the settings file can be written by users |
| \`policyUnreadable\` | the registry could be read neither by Windows’ own functions nor with \`reg.exe\`; or \`plutil\` could not be run, or the managed preferences are not root’s; what was read before, while Earshot runs, counts on |
| \`registry read\`, by \`regExe\` or \`nothing\`, because \`missing\` | \`registry\\node.napi.node\` is not at its place: install Earshot anew |
| … because \`notLoaded\` | Windows did not let Earshot load it: allow it where only chosen code may run |
| … because \`accessDenied\` | Windows denies the user to read a key: give users the right to |
| … because \`failed\` | Windows’ functions ended with the error \`errno\`, or with what they never answer |`;
