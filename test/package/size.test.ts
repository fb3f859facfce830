import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** What an application loads for one entry, everything but React, in bytes of gzip. */
async function weight(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`${dist}${entry}.js`],
    external: ['react', 'react-dom'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? '').byteLength
}

describe('the weight of an entry', () => {
  it.each([
    ['contract', 6_000],
    ['client', 18_000],
    ['headless', 28_000],
    ['index', 92_000],
  ])('%s stays under %i bytes', async (entry, limit) => {
    const bytes = await weight(entry)
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThan(limit)
  })
})
