import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { buildModules } from './build-modules.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

rmSync(dist, { recursive: true, force: true })
await build({ silent: true })
await buildModules(dist)
await import('./build-styles.ts')
// A sheet has no types; without a declaration TypeScript refuses to import it.
for (const name of ['styles.css', 'styles.layer.css']) writeFileSync(`${dist}/${name}.d.ts`, 'export {}\n')
