import next from '@next/eslint-plugin-next'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Rooms may import only the rooms to the right of them; rooms side by side do not know each other. */
const rooms = [['app'], ['talk', 'staff'], ['state'], ['realtime'], ['protocol']]
const arrows = rooms.flatMap((siblings, index) =>
  siblings.map((room) => ({
    files: [`src/${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [...rooms.slice(0, index).flat(), ...siblings.filter((other) => other !== room)].map(
            (forbidden) => ({ group: [`@/${forbidden}/*`, `**/${forbidden}/*`] }),
          ),
        },
      ],
    },
  })),
)

export default tseslint.config(
  { ignores: ['node_modules', '.next', 'out', 'src/protocol', 'contract', 'next-env.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'react-hooks': hooks, '@next/next': next },
    rules: {
      ...hooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      // The page is exported without its address and language; both are read when it wakes up in the browser.
      'react-hooks/set-state-in-effect': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // A `default` may take the rest; where all must be placed it says `satisfies never`.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.tsx'], ...a11y.flatConfigs.recommended },
  {
    files: ['**/*.tsx'],
    // A region that scrolls must be reachable by keyboard.
    rules: { 'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'], tags: [] }] },
  },
  ...arrows,
  {
    files: ['src/realtime/**', 'src/protocol/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['react', 'react-dom', 'zustand', 'next'],
          patterns: ['@/app/*', '@/talk/*', '@/staff/*', '@/state/*', '@/ui/*', '@/i18n/*'],
        },
      ],
    },
  },
  {
    files: ['src/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            '@/app/*',
            '@/talk/*',
            '@/staff/*',
            '@/state/*',
            '@/realtime/*',
            '@/protocol/*',
            '@/i18n/*',
          ],
        },
      ],
    },
  },
)
