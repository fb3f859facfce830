import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What pages of {@link servePages} can use. */
const code = `
import { acceptIdleActivity, openIdleEngine, sendIdleActivity } from '@aicx/roster/headless'
Object.assign(window, { acceptIdleActivity, openIdleEngine, sendIdleActivity })
`

/**
 * Serves pages on all names of this machine: `/page` has an engine with the policy of its address, and `/frame` a
 * field and a link to a download. Both run the script of their address.
 */
export async function servePages() {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'iife',
    outdir: 'out',
    write: false,
    external: ['react', 'react-dom', 'react/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const bundle = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://server')
    if (pathname === '/download') {
      response.setHeader('Content-Disposition', 'attachment; filename="report.csv"')
      return void response.end('a,b')
    }
    const engine = `window.engine = openIdleEngine({ port: { sessionKey: 's1' }, policy: { timeoutMs: ${Number(searchParams.get('timeoutMs') ?? 60_000)}, warnMs: 1000 } })`
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>engine</title><input id="text"><a href="/download">download</a>
<script>${bundle}</script><script>${pathname === '/page' ? engine : ''};${searchParams.get('script') ?? ''}</script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const addressOf =
    (host: string) =>
    (path: string, parameters: Record<string, string> = {}) =>
      `http://${host}:${port}/${path}?${new URLSearchParams(parameters)}`
  return {
    /** Origins of the same server, which are foreign to each other. */
    origin: `http://127.0.0.1:${port}`,
    foreignOrigin: `http://localhost:${port}`,
    address: addressOf('127.0.0.1'),
    foreignAddress: addressOf('localhost'),
    plainAddress: addressOf('office.test'),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
