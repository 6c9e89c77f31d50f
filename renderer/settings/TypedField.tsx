import { useId, useState, type ReactElement } from 'react';
import { settings, type SettingName, type Settings } from '../../contract/settings.ts';
import { asTyped, asTypedAddress } from '../../contract/typed.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { settingTakes } from './settingTakes.ts';

interface TypedFieldProps<Name extends SettingName> {
  readonly setting: Name;
  readonly label: string;
  readonly value: Settings[Name];
  readonly locked: boolean;
  /** Several lines for a list. */
  readonly lines?: number;
  readonly text: (value: Settings[Name]) => string;
  readonly read: (text: string) => unknown;
}

/** A setting that is typed; it counts when the field is left or Enter is pressed, and only if it fits. */
export function TypedField<Name extends SettingName>(props: TypedFieldProps<Name>): ReactElement {
  const { setting, label, value, locked, lines = 1, text, read } = props;
  const words = useWords();
  const { changeSettings } = useActions();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const wrongId = useId();
  // What the administrator set meanwhile is what counts.
  const shown = locked ? text(value) : (typed ?? text(value));

  function settle(): void {
    if (typed === null || typed === text(value)) {
      setTyped(null);
      setWrong(false);
      return;
    }
    const parsed = settings[setting].safeParse(read(typed));
    setWrong(!parsed.success);
    if (!parsed.success) return;
    changeSettings({ settings: { [setting]: parsed.data } });
    setTyped(null);
  }

  const shared = {
    className: 'typed',
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? wrongId : undefined,
    value: shown,
    disabled: locked,
    spellCheck: false,
    onBlur: settle,
  };
  return (
    <>
      {lines === 1 ? (
        <input
          {...shared}
          type="text"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={unlessComposing((event) => {
            if (event.key === 'Enter') settle();
          })}
        />
      ) : (
        <textarea
          {...shared}
          rows={lines}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
      {wrong ? (
        <p className="setting__fault" id={wrongId} role="alert">
          {fillPhrase(words.settings.mustBe, { takes: settingTakes(setting, words) })}
        </p>
      ) : null}
    </>
  );
}

/** One address or host a line. */
export const asLines = {
  text: (value: readonly string[]): string => value.join('\n'),
  read: (text: string): readonly string[] => text.split('\n').flatMap((line) => asTypedAddress(line) || []),
};

/** One name a line, as it stands elsewhere. */
export const asNames = {
  text: (value: readonly string[]): string => value.join('\n'),
  read: (text: string): readonly string[] => text.split('\n').flatMap((line) => line.trim() || []),
};

export const asNumber = {
  text: (value: number): string => String(value),
  read: (text: string): number => (asTyped(text) === '' ? Number.NaN : Number(asTyped(text).replace(',', '.'))),
};

/** An address, or a word in its place. */
export const asAddress = {
  text: (value: string): string => value,
  read: asTypedAddress,
};
