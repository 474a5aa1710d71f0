import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

export default ts.config(
  {
    ignores: ['build', 'node_modules', '.cache', 'app/store/generated', 'public', 'test-results', 'playwright-report'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Control characters are looked for on purpose, to take them out.
      'no-control-regex': 'off',
      // Remix throws redirects and answers; that is its way of saying "no further".
      '@typescript-eslint/only-throw-error': 'off',
      // An async function without await keeps one shape among its like (verbs of the command line, formats).
      '@typescript-eslint/require-await': 'off',
      // Methods of our own interfaces are plain functions, never torn from an object that they need.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="style"]', message: 'The policy forbids style attributes: use a class.' },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: {
      // Tests look into what a format wrote, as JSON of any shape.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['app/**/*.tsx'], ...a11y.flatConfigs.recommended },
  {
    files: ['app/**/*.tsx'],
    rules: {
      // The composer's own prop: it takes the focus when a person has just asked for the form.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  {
    // Places of cards, set by script on elements that only scripts make: never in served HTML, so the policy allows them.
    files: ['app/features/reader/margin.tsx'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        WebAssembly: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        crypto: 'readonly',
        URLSearchParams: 'readonly',
        document: 'readonly',
        requestAnimationFrame: 'readonly',
        requestIdleCallback: 'readonly',
        window: 'readonly',
        performance: 'readonly',
        CSS: 'readonly',
        Highlight: 'readonly',
        StaticRange: 'readonly',
        NodeFilter: 'readonly',
      },
    },
  },
  prettier,
);
