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
  {
    ...shared,
    // A seam, no export: what the page shows at first shares no file with what it loads later.
    entry: { ...entries(), page: './src/page/UsersSettings.tsx' },
    format: 'esm',
    dts: { entry: entries() },
  },
  { ...shared, format: 'cjs', dts: { only: true } },
])
