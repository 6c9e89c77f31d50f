import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemSchema } from '../../contract/problem.ts';
import { failureProblem } from './problem.ts';
import { retcodeProblem } from './retcodes.ts';

describe('what a refusal means', () => {
  test.each(['100-006', '900-001', '900-002', '900-003', '900-005'])(
    '%s, named by the listening interface, has words of its own',
    (retcode) => {
      expect(retcodeProblem(retcode).meaning).toBe(retcode);
    },
  );

  test.each([
    '100-001',
    '100-002',
    '100-003',
    '100-004',
    '100-007',
    '100-011',
    '100-012',
    '100-013',
    '100-014',
    '100-015',
    '100-016',
    '100-017',
    '100-018',
    '100-019',
    '100-020',
    '100-021',
    '110-016',
  ])('%s, an error at sign-in, has words of its own', (retcode) => {
    expect(retcodeProblem(retcode).meaning).toBe(retcode);
  });

  test.each([
    ['nothing-to-answer', ['200-002']],
    ['no-such-call', ['200-001', '200-026', '210-001', '400-001', '400-003']],
    ['no-such-recording', ['500-001', '500-010', '900-006', '900-009']],
    ['no-such-conference', ['101-001', '101-002', '700-003', '701-001', '701-006']],
    ['100-011', ['100-060']],
    ['110-016', ['100-061']],
    ['100-004', ['100-062']],
  ])('%s is what the gateway means by %j', (meaning, retcodes) => {
    expect(retcodes.map((retcode) => retcodeProblem(retcode))).toEqual(retcodes.map((code) => ({ code, meaning })));
  });

  test('an unknown code keeps the code, so that support can look it up', () => {
    expect(retcodeProblem('777-123')).toEqual({ code: '777-123', meaning: 'unknown-retcode' });
  });

  test('whatever stands in the retcode, the problem fits its schema', () => {
    fc.assert(
      fc.property(fc.string(), (retcode) => {
        problemSchema.parse(failureProblem({ kind: 'refused', retcode }));
      }),
    );
    problemSchema.parse(retcodeProblem('constructor'));
  });
});
