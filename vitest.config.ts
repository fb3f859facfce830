import { availableParallelism } from 'node:os'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, chromiumPath } from './scripts/chromium.ts'
import { UnstableReporter } from './scripts/unstable-reporter.ts'

const source = 'roster-source'
const serverConditions = [source, ...defaultServerConditions]
const clientConditions = [source, ...defaultClientConditions]

/** Each project needs a browser object of its own. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: chromiumPath(), args: chromiumArguments },
    contextOptions: { reducedMotion: 'reduce' },
  }),
  instances: [{ browser: 'chromium' as const }],
})

/** Files that run at once. Two on two cores, since many tests wait for a server or a page; all projects need the same. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** A busy machine takes longer, which isn't a failure. */
const patient = { poll: { timeout: 30_000 } }
const testTimeout = 90_000

const pointer = 'test/resting-pointer.setup.ts'

/** Found late, a dependency reloads the page in the middle of a test. */
const optimizeDeps = {
  include: [
    'react-dom/client',
    'react-dom/server',
    '@tanstack/query-core',
    'zustand/vanilla',
    '@storybook/react-vite',
    'storybook/test',
  ],
}

const react18 = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: new URL(`./test/react-18/node_modules/${name}`, import.meta.url).pathname,
}))

/** What of the page depends most on React: rendering on a server, effects, boundaries, focus, and each tab. */
const pageOnReact18 = [
  'boundary',
  'delete-users',
  'every-part',
  'first-paint',
  'focus',
  'idle-guard/*',
  'idle-logout-tab',
  'invitations',
  'invite',
  'open-user',
  'selection',
  'server-output',
  'translated',
  'users-settings*',
]

/** The page's tests on React 18. `npm run test:deep` runs all of them. */
const onReact18 = process.env.ROSTER_REACT_18 === 'all' ? ['**/*'] : pageOnReact18

export default defineConfig({
  test: {
    reporters: ['default', new UnstableReporter()],
    projects: [
      {
        ssr: { resolve: { conditions: serverConditions, externalConditions: serverConditions } },
        resolve: { conditions: serverConditions },
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/deep/**', 'test/e2e/**', 'test/package/**'],
          globalSetup: ['test/run-folder.setup.ts', 'test/backend/node/postgres.setup.ts'],
          maxWorkers,
          testTimeout,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'built',
          include: ['test/e2e/**/*.test.ts', 'test/package/**/*.test.ts'],
          globalSetup: ['test/run-folder.setup.ts'],
          maxWorkers,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: patient,
        },
      },
      {
        ssr: { resolve: { conditions: serverConditions, externalConditions: serverConditions } },
        resolve: { conditions: serverConditions },
        test: {
          name: 'deep',
          include: ['test/deep/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
      {
        plugins: [react()],
        publicDir: '.storybook/public',
        resolve: { conditions: clientConditions },
        optimizeDeps,
        test: {
          name: 'browser',
          setupFiles: ['test/react-warnings.setup.ts', pointer],
          provide: { randomKeySeeds: Number(process.env.ROSTER_RANDOM_KEYS ?? 3) },
          include: ['test/**/*.browser.test.tsx'],
          testTimeout,
          expect: patient,
          maxWorkers,
          browser: browser(),
        },
      },
      {
        plugins: [react()],
        publicDir: '.storybook/public',
        resolve: { conditions: clientConditions, alias: react18 },
        optimizeDeps,
        test: {
          name: 'react-18',
          setupFiles: ['test/react-warnings.setup.ts', pointer],
          provide: { randomKeySeeds: 3 },
          include: [
            'test/{primitives,components}/**/*.browser.test.tsx',
            ...onReact18.map((name) => `test/page/${name}.browser.test.tsx`),
          ],
          testTimeout,
          expect: patient,
          maxWorkers,
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', setupFiles: [pointer], testTimeout, maxWorkers, browser: browser() },
      },
    ],
  },
})
