import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { createBackend } from '../../backend/core/create-backend.ts'
import { createMemoryStore } from '../../backend/core/memory/create-memory-store.ts'
import { bearerIdentity } from '../../mocks/bearer-identity.ts'
import { seedCompany } from '../../mocks/people/seed-company.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A part of a page that uses its own copy of the library: a guard, a hook, and the users. */
const part = (name: string) => `
  import { createElement } from 'react'
  import { createRoot } from 'react-dom/client'
  import { createHttpApi } from '@aicx/roster/client'
  import { IdleLogoutGuard, RosterProvider, useIdleLogout, useUsers } from '@aicx/roster'

  const noted = (window.noted ??= {})
  const mine = (noted['${name}'] = { phases: [], before: 0, logouts: [] })

  function Part() {
    const { phase, engine } = useIdleLogout()
    const { rows } = useUsers()
    mine.engine = engine
    mine.names = rows.map(({ name }) => name)
    if (mine.phases.at(-1) !== phase) mine.phases.push(phase)
    return null
  }

  const api = createHttpApi({ baseUrl: '/', company: 'acme', getToken: () => window.token })
  createRoot(document.body.appendChild(document.createElement('main'))).render(
    createElement(RosterProvider, { api },
      createElement(Part),
      createElement(IdleLogoutGuard, {
        companyName: '${name}',
        onBeforeLogout() { mine.before += 1 },
        onLogout({ reason }) { mine.logouts.push(reason) },
      }),
    ),
  )`

/** Two builds of the library, each with its own React, that share no name: the packed one, and one from its source. */
const builds: Record<string, BuildOptions> = {
  first: { minify: true },
  second: { target: 'es2020', conditions: ['roster-source'] },
}

/** Serves a page with two copies of the library, and the backend of a company that logs out after 10 minutes. */
export async function serveCopies() {
  const scripts = await Promise.all(
    Object.entries(builds).map(async ([name, options]) => {
      const { outputFiles } = await build({
        ...options,
        stdin: { contents: part(name), resolveDir: root },
        bundle: true,
        format: 'iife',
        define: { 'process.env.NODE_ENV': '"production"' },
        absWorkingDir: root,
        outdir: 'out',
        write: false,
        logLevel: 'error',
      })
      return [`/${name}.js`, outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? ''] as const
    }),
  )
  let passed = 0
  const clock = () => Date.now() + passed
  const company = seedCompany({ now: clock() })
  const token = company.users[0]?.accountId ?? ''
  const store = createMemoryStore({ clock })
  await store.createCompany(company)
  const backend = createBackend({ store, identity: bearerIdentity([company], clock()) })

  const server = createServer(async (request, response) => {
    const { url = '/', method = 'GET', headers } = request
    const script = scripts.find(([path]) => path === url)
    if (script) return void response.setHeader('Content-Type', 'text/javascript').end(script[1])
    if (!url.startsWith('/v1/')) {
      response.setHeader('Content-Type', 'text/html')
      return void response.end(`<!doctype html><title>copies</title><body><script>
        const { now } = Date
        let passed = 0
        Date.now = () => now() + passed
        window.pass = (ms) => { passed += ms }
        window.token = '${token}'
        window.listened = []
        for (const target of [window, document]) {
          const { addEventListener, removeEventListener } = target
          target.addEventListener = (type, listener, options) => {
            window.listened.push(type)
            addEventListener.call(target, type, listener, options)
          }
        }
      </script><script src="/first.js"></script></body>`)
    }
    const sent = new Request(new URL(url, 'http://127.0.0.1'), {
      method,
      headers: Object.entries(headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
      ...(method !== 'GET' && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' as const }),
    })
    const answer = await backend.fetch(sent)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (!answer.body) return void response.end()
    const body = Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream)
    response.on('close', () => body.destroy())
    body.on('error', () => response.destroy()).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    token,
    /** Lets time pass at the backend. */
    pass(ms: number) {
      passed += ms
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
