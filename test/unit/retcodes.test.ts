import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemSchema } from '../../contract/problem.ts';
import { failureProblem } from '../../main/gateway/problem.ts';
import { knownRetcodes, retcodeProblem } from '../../main/gateway/retcodes.ts';

describe('words for a refusal', () => {
  test.each(['100-006', '900-001', '900-002', '900-003', '900-005'])(
    '%s, named by the listening interface, has words of its own',
    (retcode) => {
      expect(knownRetcodes()).toContain(retcode);
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
    expect(knownRetcodes()).toContain(retcode);
  });

  test('every sentence and remedy is plain: short, ended by a full stop, without an exclamation mark', () => {
    for (const retcode of knownRetcodes()) {
      const { sentence, remedy } = retcodeProblem(retcode);
      for (const words of [sentence, remedy]) {
        expect(words, retcode).toMatch(/^[A-Z].*\.$/);
        expect(words, retcode).not.toContain('!');
        expect(words.length, retcode).toBeLessThan(130);
      }
    }
  });

  test('an unknown code keeps the code, so that support can look it up', () => {
    expect(retcodeProblem('777-123').code).toBe('777-123');
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
