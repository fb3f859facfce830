import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { generateTokens } from './generate-tokens.ts'

const styles = new URL('../src/styles/', import.meta.url)
const path = (name: string) => new URL(name, styles).pathname

const { css, ts } = generateTokens(JSON.parse(readFileSync(path('tokens.json'), 'utf8')))
writeFileSync(path('tokens.generated.css'), css)
writeFileSync(path('tokens.generated.ts'), ts)

// At esnext esbuild leaves light-dark(), color-mix() and relative colours as they are written.
await build({
  entryPoints: { styles: path('index.css'), 'styles.layer': path('index.layer.css') },
  bundle: true,
  target: 'esnext',
  outdir: new URL('../dist/', import.meta.url).pathname,
  logLevel: 'warning',
})
