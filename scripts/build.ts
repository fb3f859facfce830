import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'tsup'
import { entries } from './entries.ts'

const root = new URL('../', import.meta.url)
const dist = new URL('dist/', root)

rmSync(dist, { recursive: true, force: true })
await build({ silent: true })
await import('./build-styles.ts')

// esbuild keeps a directive in ES modules alone; a bundler looks for it at the start of either form.
for (const [name, source] of Object.entries(entries())) {
  if (!readFileSync(new URL(source, root), 'utf8').startsWith("'use client'")) continue
  for (const file of [new URL(`${name}.js`, dist), new URL(`${name}.cjs`, dist)]) {
    const built = readFileSync(file, 'utf8')
    if (!built.startsWith('"use client"')) writeFileSync(file, `"use client";${built}`)
  }
}
