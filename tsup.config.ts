import { defineConfig } from 'tsup'
import { entries } from './scripts/entries.ts'

/** Packages without a CommonJS form, which `require` could not load: the CommonJS build carries them. */
const esmOnly = [/^ky$/, /^@tanstack\/(react-table|table-core)$/]

const shared = {
  entry: entries(),
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: false,
  sourcemap: true,
  dts: true,
} as const

export default defineConfig([
  { ...shared, format: 'esm' },
  { ...shared, format: 'cjs', noExternal: esmOnly },
])
