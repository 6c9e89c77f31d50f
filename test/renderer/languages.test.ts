import { describe, expect, test } from 'vitest';
import { notShownReasons } from '../../contract/alerts.ts';
import { certificateErrorSchema } from '../../contract/certificateError.ts';
import { languageOf, languages, type Language } from '../../contract/language.ts';
import { followEndReasons, noticeSchema, type Notice } from '../../contract/notice.ts';
import { standingEnds } from '../../contract/standing.ts';
import { problemMeanings } from '../../contract/problemMeanings.ts';
import { reportOf } from '../../main/alerts/testAlertRun.ts';
import { alertWords } from '../../main/alerts/words/words.ts';
import { notShownText } from '../../renderer/alerts/settings/notShownText.ts';
import { catalogues } from '../../renderer/i18n/catalogues.ts';
import { noticeText } from '../../renderer/i18n/noticeText.ts';
import { certificateErrorText, problemText } from '../../renderer/i18n/problemText.ts';
import { ageText, dateText, dayText, timeOfDayText } from '../../renderer/i18n/timeText.ts';

type Leaf = readonly [path: string, value: unknown];

/** Every entry of a catalogue by its path; a function and a list's entry are entries, too. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}/${key}`));
}

const sides = [
  ['the page', catalogues],
  ['tray and toast', alertWords],
] as const;
const places = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
/** A sentence ends as its language does. */
const sentence: Readonly<Record<Language, RegExp>> = { en: /^\p{Lu}.*[.?]$/u, 'zh-CN': /^.+[。？]$/u };

describe.each(sides)('the words of %s', (_side, byLanguage) => {
  const english = new Map(leaves(byLanguage.en));
  describe.each(languages)('in %s', (language) => {
    const entries = leaves(byLanguage[language]);

    test('are as many as in English, each of the same kind', () => {
      const kinds = (of: Iterable<Leaf>): string[] => [...of].map(([path, value]) => `${path}: ${typeof value}`).toSorted();
      expect(kinds(entries)).toEqual(kinds(english));
    });

    test('have the same places to fill in', () => {
      for (const [path, value] of entries) {
        const original = english.get(path);
        if (typeof value !== 'string' || typeof original !== 'string') continue;
        expect(places(value).toSorted(), path).toEqual(places(original).toSorted());
      }
    });

    test('are calm: no exclamation mark, and no blank word but what stands between sentences', () => {
      for (const [path, value] of entries) {
        if (typeof value === 'string' && path !== '/gap') expect(value, path).not.toMatch(/[!！]|^\s*$/);
      }
    });
  });
});

describe('Chinese', () => {
  const chinese = sides.flatMap(([, byLanguage]) => leaves(byLanguage['zh-CN']));
  /** Names and keys, which are the same in every language. */
  const names = new Set(['Earshot', 'TLS', 'English', 'Alt', 'Ctrl', 'Shift', 'Enter', 'L', 'F', 'R', 'N', 'D', 'W', 'I', 'T']);
  const spoken = chinese.filter((leaf): leaf is readonly [string, string] => typeof leaf[1] === 'string' && /\p{sc=Han}/u.test(leaf[1]));

  test('is written with its own punctuation and quotation marks', () => {
    for (const [path, text] of spoken) {
      // A point, a question mark or a comma of an address, a key or a number has no Chinese beside it.
      expect(text, path).not.toMatch(/\p{sc=Han}[,.;:?!"'()]|[,;:"'(]\p{sc=Han}|[「」『』]/u);
    }
  });

  test('keeps a space between Chinese and Latin letters', () => {
    for (const [path, text] of spoken) expect(text, path).not.toMatch(/\p{sc=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{sc=Han}/u);
  });

  test('has no sentence left in English', () => {
    const same = sides.flatMap(([, byLanguage]) => {
      const english = new Map(leaves(byLanguage.en));
      return leaves(byLanguage['zh-CN']).filter(([path, value]) => typeof value === 'string' && english.get(path) === value);
    });
    for (const [path, text] of same) {
      const latin =
        String(text)
          .replace(/\{\w+\}/g, '')
          .match(/[A-Za-z]+/g) ?? [];
      expect(
        latin.filter((word) => !names.has(word)),
        path,
      ).toEqual([]);
    }
  });
});

describe.each(languages)('in %s', (language) => {
  const words = catalogues[language];

  test.each(problemMeanings)('%s is said in a short sentence with a remedy, and like nothing else', (meaning) => {
    const said = problemText({ code: meaning, meaning, certificateError: { reason: 'expired', verdict: 'CERT_HAS_EXPIRED' } }, words);
    for (const text of [said.sentence, said.remedy]) {
      expect(text).toMatch(sentence[language]);
      expect(text).not.toMatch(/[{}]/);
      expect(text.length).toBeLessThan(180);
    }
  });

  test('no two problems are said with the same words', () => {
    const texts = problemMeanings.map((meaning) => Object.values(words.problems[meaning]).join(' '));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  test.each(notShownReasons)('why an alert did not show, %s, is said on the page and by the test alert, and like nothing else', (why) => {
    const shown = { kind: 'notShown', why, detail: 'SomeError' } as const;
    const { whyNot } = words.testAlert;
    const said = notShownText(shown, words);
    const report = reportOf(
      { kind: 'done', at: 0, results: [{ surface: 'toast', shown, after: 1 }], whole: true, quiet: 'no' },
      alertWords[language],
    );
    for (const text of [said, report.lines[0] ?? '']) {
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.includes('SomeError')).toBe(why === 'failed');
    }
    expect(Object.values(whyNot).filter((each) => each === whyNot[why])).toHaveLength(1);
  });

  test.each(certificateErrorSchema.unwrap().shape.reason.options)('a certificate that is %s is said so', (reason) => {
    const text = certificateErrorText({ reason, verdict: 'SOME_VERDICT' }, words);
    expect(text).toMatch(sentence[language]);
    expect(text.includes('SOME_VERDICT')).toBe(reason === 'other');
  });

  const agent = { workNo: '20011', name: '王秀英' };
  const parts = { id: 'a', gateway: 'gw:8043', validTo: Date.UTC(2027, 2, 31, 12), agent, listens: 2 };
  const notices = noticeSchema.options.flatMap((option): Notice[] => {
    const kind = option.shape.kind.value;
    const reasons = kind === 'followEnded' ? followEndReasons : kind === 'standingEnded' ? standingEnds : [null];
    return reasons.map((why) =>
      noticeSchema.parse(Object.fromEntries(Object.keys(option.shape).map((key) => [key, { ...parts, kind, why }[key]]))),
    );
  });
  test.each(notices.map((notice) => [notice.kind, 'why' in notice ? notice.why : '', notice] as const))(
    'the notice %s %s is a sentence',
    (_kind, _why, notice) => {
      const text = noticeText(notice, words);
      expect(text).toMatch(sentence[language]);
      expect(text).not.toMatch(/[{}]|undefined/);
    },
  );
});

describe('times and numbers', () => {
  const at = new Date(2027, 2, 31, 15, 4, 5).getTime();

  test.each([
    ['en', '14 s ago', '31 March 2027', '15:04:05', '31 March 2027 at 15:04'],
    ['zh-CN', '14 秒前', '2027年3月31日', '15:04:05', '2027年3月31日 15:04'],
  ] as const)('are told in %s as there', (language, age, day, time, both) => {
    const words = catalogues[language];
    expect([ageText(14_000, words), dayText(at, words), timeOfDayText(at, words), dateText(at, words)]).toEqual([age, day, time, both]);
  });

  test.each([
    ['en', 0, '0 agents'],
    ['en', 1, '1 agent'],
    ['en', 2_000, '2,000 agents'],
    ['zh-CN', 1, '1 名座席'],
    ['zh-CN', 2_000, '2,000 名座席'],
  ] as const)('in %s %i of them are: %s', (language, count, text) => {
    expect(catalogues[language].roster.count(count)).toBe(text);
  });

  test('sentences stand beside each other as the language writes them', () => {
    expect(catalogues.en.sentences(['Stopping', 'Wait.', 'Now'])).toBe('Stopping. Wait. Now');
    expect(catalogues['zh-CN'].sentences(['正在停止', '请稍候。', '好'])).toBe('正在停止。请稍候。好');
  });
});

describe('the system’s language', () => {
  test.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh-Hans-CN'], 'zh-CN'],
    [['zh-TW'], 'zh-CN'],
    [['zh_CN'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ] as const)('%j: %s', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});

test.each(languages)('a listen of which nobody can tell whether it is heard is answered in the words of the page (%s)', (language) => {
  const [said, page] = [alertWords[language], catalogues[language].listen];
  expect([said.hearIt, said.hearNothing]).toEqual([page.hearIt, page.hearNothing]);
});
