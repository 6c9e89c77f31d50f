import { describe, expect, test } from 'vitest';
import { mostTargets, type NamedPlan, type StandingTarget } from '../../../contract/standing.ts';
import { draftOf, freshDraft, moved, planOf, planWith, withTargets, type Draft } from './draft.ts';
import { targetsText, windowText } from './targetNames.ts';
import { en } from '../../i18n/en/en.ts';
import { zhCN } from '../../i18n/zh-CN/zh-CN.ts';

const agent = (workNo: string, name = `Agent ${workNo}`): StandingTarget => ({ kind: 'agent', agent: { workNo, name } });
const group = (name: string): StandingTarget => ({ kind: 'group', group: name });
const draft: Draft = freshDraft([agent('20001'), group('Orders')]);

describe('what is typed of a standing listen', () => {
  test('is asked for with agents by their numbers, for four hours where nothing else is said', () => {
    expect(planOf(draft)).toEqual({
      plan: {
        targets: [
          { kind: 'agent', agent: '20001' },
          { kind: 'group', group: 'Orders' },
        ],
        time: { kind: 'hours', hours: 4 },
        listens: null,
      },
    });
  });

  test('may be a window, through midnight too', () => {
    expect(planOf({ ...draft, lasts: 'window', from: '22:00', to: '06:30', listens: '5' })).toMatchObject({
      plan: { time: { kind: 'window', from: 1_320, to: 390 }, listens: 5 },
    });
  });

  test.each<[string, Partial<Draft>, string]>([
    ['nobody', { targets: [] }, 'nobody'],
    ['no hours', { hours: '' }, 'hours'],
    ['too many hours', { hours: '13' }, 'hours'],
    ['half an hour', { hours: '0.5' }, 'hours'],
    ['no time', { lasts: 'window', from: '' }, 'times'],
    ['the same times', { lasts: 'window', from: '09:00', to: '09:00' }, 'times'],
    ['no listen', { listens: '0' }, 'listens'],
    ['words for listens', { listens: 'many' }, 'listens'],
  ])('is not begun with %s, which is named', (_name, change, fault) => {
    expect(planOf({ ...draft, ...change })).toEqual({ fault });
  });

  test('a field that is not chosen keeps nothing from beginning', () => {
    expect(planOf({ ...draft, from: '', to: '' })).toHaveProperty('plan');
  });

  test('of one that goes on is what was asked for', () => {
    const plan: NamedPlan = { targets: [agent('20001')], time: { kind: 'window', from: 5, to: 1_439 }, listens: 2 };
    expect(draftOf(plan)).toMatchObject({ lasts: 'window', from: '00:05', to: '23:59', listens: '2' });
    expect(planOf(draftOf(plan))).toEqual({ plan: planWith(plan, plan.targets) });
  });
});

describe('the list', () => {
  test('has nobody twice, and no more than it holds', () => {
    expect(withTargets([agent('1')], [agent('1', 'Other name'), group('A'), group('A')])).toEqual([agent('1'), group('A')]);
    const many = Array.from({ length: 80 }, (_, index) => agent(String(index)));
    expect(withTargets([], many)).toHaveLength(mostTargets);
  });

  test('changes places, and stays as it is at its ends', () => {
    const list = [agent('1'), agent('2'), agent('3')];
    expect(moved(list, 2, -1)).toEqual([agent('1'), agent('3'), agent('2')]);
    expect(moved(list, 0, 1)).toEqual([agent('2'), agent('1'), agent('3')]);
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
  });

  test('without anybody is none', () => {
    expect(planWith({ targets: [agent('1')], time: { kind: 'hours', hours: 1 }, listens: null }, [])).toBeNull();
  });

  test('is named in a few words', () => {
    const list = [agent('1', 'Li Wei'), agent('2', '2'), group('Orders'), group('Billing'), agent('3')];
    expect(targetsText(list, en)).toBe('Li Wei (1), 2, Group Orders, 2 more');
    expect(targetsText(list.slice(0, 1), zhCN)).toBe('Li Wei（1）');
    expect(windowText({ kind: 'window', from: 540, to: 1_350 }, zhCN)).toBe('09:00 至 22:30');
  });
});
