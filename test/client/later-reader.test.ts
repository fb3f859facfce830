import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { failureOf } from './failure-of.ts'
import { session, usersWindow } from './wire.ts'

afterEach(() => {
  vi.doUnmock('../../src/client/reader.ts')
  vi.doUnmock('../../src/client/port-checks.ts')
  vi.resetModules()
})

/** Fails the first import of a module, as a deployment that has removed its file does. */
function failOnce(path: string) {
  let imports = 0
  vi.doMock(path, async (importActual) => {
    imports += 1
    if (imports === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return importActual()
  })
}

const answer = async (request: Request) =>
  Response.json(new URL(request.url).pathname.endsWith('/session') ? session() : usersWindow([]))

describe('the code that reads responses, if it fails to load', () => {
  it('fails a request over HTTP like a lost connection, and is loaded again by the next', async () => {
    failOnce('../../src/client/reader.ts')
    const { createHttpApi } = await import('../../src/client/create-http-api.ts')
    const api = createHttpApi({ baseUrl: 'https://roster.test', company: 'acme', fetch: answer })
    expect(await failureOf(api.users.list({}))).toMatchObject({ code: 'network' })
    expect(await api.users.list({})).toMatchObject({ rows: [] })
  })

  it("fails a call of a host's own port like a lost connection, and is loaded again by the next", async () => {
    failOnce('../../src/client/port-checks.ts')
    const { checkApi } = await import('../../src/client/check-api.ts')
    const port = { company: 'acme', users: { list: async () => usersWindow([]) } } as unknown as RosterApi
    expect(await failureOf(checkApi(port).users.list({}))).toMatchObject({ code: 'network' })
    expect(await checkApi(port).users.list({})).toMatchObject({ rows: [] })
  })
})
