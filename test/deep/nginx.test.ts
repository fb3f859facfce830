import { once } from 'node:events'
import { type IncomingMessage, request as plain } from 'node:http'
import { type RequestOptions, request as secure } from 'node:https'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startPostgres } from '../../scripts/postgres.ts'
import { person, startDeployment } from '../backend/node/start-deployment.ts'
import { documented, startNginx } from './start-nginx.ts'

async function startBackend(environment: Record<string, string> = {}) {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  return startDeployment({ DATABASE_URL: postgres.url('postgres'), ...environment })
}

interface Sent extends RequestOptions {
  body?: unknown
}

/** Sends a request through nginx to app.example, as a browser does. */
async function send(port: number, path: string, { body, ca, ...options }: Sent): Promise<IncomingMessage> {
  const to = { host: '127.0.0.1', port, path, servername: 'app.example', ca, ...options }
  const headers = { Host: `app.example:${port}`, 'Content-Type': 'application/json', ...options.headers }
  const request = ca ? secure({ ...to, headers }) : plain({ ...to, headers })
  request.end(body === undefined ? undefined : JSON.stringify(body))
  const [response]: IncomingMessage[] = await once(request, 'response')
  if (!response) throw new Error('nginx did not respond.')
  return response
}

const cookiesOf = ({ headers }: IncomingMessage) =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '')

describe("Debian's nginx, as docs/hosting.md configures it", () => {
  it('signs in over HTTPS only from its own origin, with cookies bound to the host', async () => {
    const { address, company } = await startBackend({ TRUST_PROXY: '127.0.0.1' })
    const { port, ca } = await startNginx(documented(), address)
    const signIn = (origin: string) =>
      send(port, '/v1/sign-in', { ca, method: 'POST', body: person, headers: { Origin: origin } })

    const response = await signIn(`https://app.example:${port}`)
    expect(response.statusCode).toBe(204)
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(response.headers['set-cookie']?.[0]).toMatch(/^__Host-roster-\w+=[\w-]+; .*; Secure$/)
    expect((await signIn('https://evil.example')).statusCode).toBe(403)
    expect((await signIn(address)).statusCode).toBe(403)

    const Cookie = cookiesOf(response).join('; ')
    const session = await send(port, '/v1/session', { ca, headers: { Cookie, 'Roster-Company': company.id } })
    expect(session.statusCode).toBe(200)
    expect(JSON.parse(await text(session))).toMatchObject({ company: { name: 'Acme' } })
  })

  it('counts clients by their own address, whatever they claim', async () => {
    const { address } = await startBackend({ TRUST_PROXY: '127.0.0.1' })
    const { port, ca } = await startNginx(documented(), address)
    const codes: (number | undefined)[] = []
    for (let attempt = 0; attempt < 11; attempt++) {
      const headers = { 'X-Forwarded-For': `203.0.113.${attempt}`, 'Sec-Fetch-Site': 'same-origin' }
      const body = { ...person, password: 'wrong password' }
      codes.push((await send(port, '/v1/sign-in', { ca, method: 'POST', body, headers })).statusCode)
    }
    expect(codes).toEqual([...Array(10).fill(401), 429])
  })

  it('passes events on as they come', async () => {
    const { address, company } = await startBackend({ TRUST_PROXY: '127.0.0.1' })
    const { port, ca } = await startNginx(documented(), address)
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    const Cookie = cookiesOf(
      await send(port, '/v1/sign-in', { ca, method: 'POST', body: person, headers }),
    ).join('; ')
    const own = { Cookie, 'Roster-Company': company.id, 'Sec-Fetch-Site': 'same-origin' }
    const stream = await send(port, '/v1/events', { ca, headers: { ...own, Accept: 'text/event-stream' } })
    expect(stream.statusCode).toBe(200)
    const [first]: Buffer[] = await once(stream, 'data')
    expect(String(first)).toMatch(/^(:|data:|event:|id:|retry:)/)
    stream.destroy()
  })
})

describe("Debian's nginx with proxy_pass alone", () => {
  it('serves browsers that say where a request comes from', async () => {
    const { address, company } = await startBackend()
    const { port } = await startNginx(
      'server { listen 80; location / { proxy_pass http://127.0.0.1:4000; } }',
      address,
    )
    const signIn = (site: string) =>
      send(port, '/v1/sign-in', { method: 'POST', body: person, headers: { 'Sec-Fetch-Site': site } })
    const response = await signIn('same-origin')
    expect(response.statusCode).toBe(204)
    expect((await signIn('cross-site')).statusCode).toBe(403)
    const headers = { Cookie: cookiesOf(response).join('; '), 'Roster-Company': company.id }
    expect((await send(port, '/v1/users?limit=1', { headers })).statusCode).toBe(200)
  })
})
