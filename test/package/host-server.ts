import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const allowed = { allowed: true }
const role = { id: 'admin', name: 'Admin' }
const ada = { id: 'u1', name: 'Ada Lovelace', email: 'ada@example.com', role }

const answers: Record<string, unknown> = {
  '/v1/session': {
    sessionKey: 's1',
    viewer: { ...ada, actions: { manageUsers: allowed, invite: allowed } },
    company: { id: 'acme', name: 'Acme' },
    companies: [{ id: 'acme', name: 'Acme' }],
    capabilities: { sorts: ['name'], filters: [], search: true },
  },
  '/v1/roles': { roles: [] },
  '/v1/permissions': { permissions: [] },
  '/v1/teams': { teams: [] },
  '/v1/users': {
    offset: 0,
    total: 2,
    rows: [
      { ...ada, teams: [], joinedAt: '2026-01-05T08:00:00.000Z', lastActiveAt: null },
      { id: 'u2', name: 'a row of a newer server' },
    ],
  },
}

/** Serves a built page and the few answers that it asks for, from one origin. */
export async function serveHost(folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const answer = answers[pathname]
    const path = pathname === '/' ? '/index.html' : pathname
    const type = answer ? 'application/json' : (types[extname(path)] ?? 'application/octet-stream')
    const file = join(folder, path)
    response.setHeader('Content-Type', type)
    if (answer) response.end(JSON.stringify(answer))
    else if (existsSync(file)) response.end(readFileSync(file))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
