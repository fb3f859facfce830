import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHost, type Host } from '../package/host.ts'

describe('an application on Next.js', () => {
  let host: Host
  beforeAll(() => {
    host = createHost(fileURLToPath(new URL('./next', import.meta.url)))
  })
  afterAll(() => host?.remove())

  it.each(['turbopack', 'webpack'])(
    'imports page and mocks in client components and a route handler, by %s',
    (bundler) => {
      const next = join(host.folder, 'node_modules/next/dist/bin/next')
      const built = host.run(process.execPath, next, 'build', `--${bundler}`)
      expect(built).toContain('Compiled successfully')
      expect(built).toContain('/roster-api/[...path]')
    },
  )
})
