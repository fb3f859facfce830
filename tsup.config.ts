import { defineConfig } from 'tsup'
import { entries } from './scripts/entries.ts'

const shared = {
  entry: entries(),
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: false,
  sourcemap: true,
} as const

export default defineConfig([
  { ...shared, format: 'esm', dts: true },
  { ...shared, format: 'cjs', dts: { only: true } },
])
