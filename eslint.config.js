import tseslint from 'typescript-eslint';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

const allowForKnownSafeCalls = ['test', 'it', 'describe', 'suite'].map((name) => ({
  from: 'package',
  package: 'node:test',
  name,
}));

const ts = { files: ['**/*.ts'] };

export default tseslint.config(
  { ignores: ['**/dist/', '.tsbuild/', '**/generated/', 'reports/', 'node_modules/', '**/*.js'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, ...ts })),
  {
    ...ts,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
    },
  },
  {
    files: [
      '**/*.test.ts',
      '**/*.faults.ts',
      '**/testing/**',
      '**/bench/**',
      'tools/**/*.ts',
      'examples/**/*.ts',
    ],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls }],
      // Tests look into answers of every shape; the contract has checked them already.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // chai's assertions are properties and thenables by their types: each would count as unawaited.
    files: ['packages/elements/src/**/*.test.ts', 'packages/elements/src/testing/**'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
);
