import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** Bytes, minified and compressed, React left out: query-core is some 10,000 of them, the goal 32,000. */
const most = 25_200

it('the hooks weigh no more than they did', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/headless.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  const [file] = outputFiles
  expect(gzipSync(file?.contents ?? '', { level: 9 }).byteLength).toBeLessThanOrEqual(most)
})
