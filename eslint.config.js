import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Objects are closures, whose functions may be handed on; the simulator's classes have private fields, which fail loudly.
      '@typescript-eslint/unbound-method': 'off',
      // `() => listeners.delete(x)` where nobody looks at the result is plain enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Playwright's fixtures without a dependency take an empty pattern; numbers read well in a template.
      'no-empty-pattern': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // What a person reads stands in renderer/i18n, in every language.
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: 'Words belong into renderer/i18n.' },
        {
          selector:
            'JSXAttribute[name.name=/^(title|alt|placeholder|aria-label|aria-description|aria-roledescription)$/] > Literal[value=/\\p{L}/u]',
          message: 'Words belong into renderer/i18n.',
        },
        {
          selector: 'JSXExpressionContainer > Literal[value=/\\p{L}/u]:matches(JSXElement > JSXExpressionContainer > Literal)',
          message: 'Words belong into renderer/i18n.',
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
