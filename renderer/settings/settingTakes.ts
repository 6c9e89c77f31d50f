import { shapeOf } from '../../contract/settingShape.ts';
import type { SettingName } from '../../contract/settings.ts';
import type { Words } from '../i18n/Words.ts';
import { fillPhrase } from '../i18n/phrase.ts';

/** What a setting takes, in words. */
export function settingTakes(name: SettingName, { settings: { takes }, listGap }: Words): string {
  const shape = shapeOf(name);
  switch (shape.kind) {
    case 'onOff':
    case 'text':
    case 'list':
    case 'records':
      return takes[shape.kind];
    case 'number':
      return fillPhrase(takes.number, { least: String(shape.least), most: String(shape.most) });
    case 'choice':
      return fillPhrase(takes.choice, { values: shape.values.join(listGap) });
  }
}
