import { defineConfig } from 'tsup'

/** ky, react-table and query-core are ESM alone or differ by format: the CommonJS build carries what `require` cannot load. */
const esmOnly = [/^ky$/, /^@tanstack\/react-table/, /^@tanstack\/table-core/]

const entry = {
  headless: 'src/headless.ts',
  client: 'src/client.ts',
  contract: 'src/contract.ts',
}

const shared = {
  entry,
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: false,
  sourcemap: true,
  outDir: 'dist',
} as const

export default defineConfig([
  { ...shared, format: ['esm'], dts: true, clean: true },
  { ...shared, format: ['cjs'], dts: true, noExternal: esmOnly },
])
