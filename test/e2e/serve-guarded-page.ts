import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The page of a host with a guard, which the browser alone decides for. It notes what happens. */
const page = `
  import { createElement } from 'react'
  import { createRoot } from 'react-dom/client'
  import { openIdleEngine } from './src/headless.ts'
  import { IdleLogoutGuard, RosterUI } from './src/index.ts'

  const asked = new URLSearchParams(location.search)
  const engine = openIdleEngine({
    port: { sessionKey: asked.get('session') },
    policy: { timeoutMs: Number(asked.get('timeout')), warnMs: Number(asked.get('warn')) },
  })
  const noted = { phases: [], before: 0, logouts: [], violations: [], persisted: null, lastInput: Date.now() }
  globalThis.noted = noted
  engine.subscribe(() => {
    const { phase } = engine.getState()
    if (phase !== noted.phases.at(-1)?.phase)
      noted.phases.push({ phase, at: Date.now(), isHidden: document.hidden, idle: engine.idleFor() })
  })
  addEventListener('securitypolicyviolation', (event) => noted.violations.push(event.violatedDirective))
  addEventListener('pageshow', (event) => { noted.persisted = event.persisted })
  const asks = asked.get('asks')
  if (asks === 'property') window.onbeforeunload = () => 'Leave?'
  if (asks === 'listener') addEventListener('beforeunload', (event) => event.preventDefault())
  createRoot(document.querySelector('main')).render(
    createElement(RosterUI, null,
      createElement('textarea', { defaultValue: '', 'aria-label': 'Reply' }),
      createElement(IdleLogoutGuard, {
        engine,
        onBeforeLogout() { noted.before += 1 },
        onLogout({ reason }) {
          noted.logouts.push(reason)
          if (asks) location.assign('/signed-out')
        },
      }),
    ),
  )`

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Serves the page with a strict Content Security Policy. Other paths show a page without a guard. */
export async function serveGuardedPage() {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: root, sourcefile: 'page.js' },
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['roster-source'],
    absWorkingDir: root,
    outdir: 'out',
    write: false,
    logLevel: 'error',
  })
  const script = outputFiles.map(({ text }) => text).join('')
  const html = (body: string) => `<!doctype html><title>Inbox</title>${body}`
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host')
    response.setHeader('Content-Security-Policy', csp)
    response.setHeader('Content-Type', pathname === '/page.js' ? 'text/javascript' : 'text/html')
    if (pathname === '/page.js') response.end(script)
    else if (pathname === '/')
      response.end(html('<main></main><script type="module" src="/page.js"></script>'))
    else response.end(html('<p>Another page</p>'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
