import { defineConfig } from 'tsup'
import { entries } from './scripts/entries.ts'

const shared = {
  entry: entries(),
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: false,
  sourcemap: true,
  // The backend in the mocks asks for the contract by its entry, and gets the module that is built here.
  esbuildOptions(options: { conditions?: string[] | undefined }) {
    options.conditions = ['roster-source']
  },
} as const

export default defineConfig([
  { ...shared, format: 'esm', dts: true },
  { ...shared, format: 'cjs', dts: { only: true } },
])
