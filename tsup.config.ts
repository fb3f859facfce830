import { defineConfig } from 'tsup'
import { entries } from './scripts/entries.ts'

/** Types alone: `scripts/build-modules.ts` writes the code. */
export default defineConfig({
  entry: entries(),
  format: ['esm', 'cjs'],
  dts: { only: true },
})
