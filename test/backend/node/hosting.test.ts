import { describe, expect, it } from 'vitest'
import { person, startDeployment } from './start-deployment.ts'
import { createPostgres } from './test-postgres.ts'

/** A deployment with a company. Its proxies are all on this machine. */
async function deploy(environment: Record<string, string> = {}) {
  const DATABASE_URL = await createPostgres('empty')
  const { company, address } = await startDeployment({
    DATABASE_URL,
    TRUST_PROXY: '127.0.0.1',
    ...environment,
  })
  return { company, at: (path: string) => new URL(path, address) }
}

const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'app.example' }

const signInTo = ({ at }: Awaited<ReturnType<typeof deploy>>, headers: Record<string, string>) =>
  fetch(at('/v1/sign-in'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(person),
  })

describe('two deployments on one host', () => {
  it('do not sign each other out, since their cookies have names of their own', async () => {
    const [one, two] = await Promise.all([deploy(), deploy()])
    // Browsers send the cookies of a host to all of its ports.
    const jar = new Map<string, string>()
    const cookies = () => [...jar].map((pair) => pair.join('=')).join('; ')
    for (const deployment of [one, two]) {
      const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: cookies() }
      const response = await signInTo(deployment, headers)
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
        jar.set(name, value)
      }
    }
    expect(jar.size).toBe(4)
    for (const { at, company } of [one, two]) {
      const headers = { Cookie: cookies(), 'Roster-Company': company.id }
      expect((await fetch(at('/v1/session'), { headers })).status).toBe(200)
    }
  })
})

describe('behind a trusted proxy', () => {
  it('the own origin is the one that the proxy forwards', async () => {
    const deployment = await deploy()
    const own = await signInTo(deployment, { ...forwarded, Origin: 'https://app.example' })
    expect(own.status).toBe(204)
    expect(own.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-roster-[0-9a-f]{12}=.+; Secure/),
      expect.stringMatching(/^__Host-roster-device-[0-9a-f]{12}=.+; Secure/),
    ])
    const another = await signInTo(deployment, { ...forwarded, Origin: deployment.at('/').origin })
    expect(another.status).toBe(403)
  })

  it('a proxy that is not trusted forwards nothing', async () => {
    const deployment = await deploy({ TRUST_PROXY: '10.0.0.1' })
    const response = await signInTo(deployment, { ...forwarded, Origin: 'https://app.example' })
    expect(response.status).toBe(403)
    expect(response.headers.has('strict-transport-security')).toBe(false)
  })
})

describe('HSTS', () => {
  const hstsOf = async ({ at }: Awaited<ReturnType<typeof deploy>>, path: string, headers = {}) =>
    (await fetch(at(path), { headers })).headers.get('strict-transport-security')

  it.each<[Record<string, string>, string | null]>([
    [{}, 'max-age=31536000'],
    [{ HSTS_MAX_AGE: '600', HSTS_SUBDOMAINS: 'on' }, 'max-age=600; includeSubDomains'],
    [{ HSTS_MAX_AGE: '0' }, 'max-age=0'],
    [{ HSTS_MAX_AGE: 'off' }, null],
  ])('with %j is on every response over HTTPS, and on no other', async (environment, expected) => {
    const deployment = await deploy(environment)
    for (const path of ['/v1/session', '/healthz', '/livez', '/v1/nothing', '/', '/v1/users/%E0%A4%A']) {
      expect(await hstsOf(deployment, path, { 'X-Forwarded-Proto': 'https' })).toBe(expected)
      expect(await hstsOf(deployment, path)).toBeNull()
    }
  })
})
