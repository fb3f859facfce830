import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { buildCommonJs } from './build-commonjs.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

rmSync(dist, { recursive: true, force: true })
await build({ silent: true })
await buildCommonJs(dist)
await import('./build-styles.ts')
