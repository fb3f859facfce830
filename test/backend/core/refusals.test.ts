import { describe, expect, it } from 'vitest'
import { longestBody } from '../../../backend/core/http/read-body.ts'
import { createMemoryStore } from '../../../backend/core/memory/create-memory-store.ts'
import { Refused } from '../../../backend/core/ports/refused.ts'
import type { SignIns } from '../../../backend/core/ports/sign-ins.ts'
import { errorCodes, type KnownErrorCode } from '../../../src/contract/problems.ts'
import type { Route } from '../../../src/contract/route.ts'
import type { OperationId } from '../../../src/contract/routes.ts'
import { aHost } from '../suite/a-host.ts'
import { people } from '../suite/run-people.ts'
import { aBackend } from './a-backend.ts'
import {
  addressOf,
  allowHolds,
  bodyOf,
  inCompany,
  intentOf,
  isAboutUser,
  operations,
  otherMethod,
  versionOf,
  withTargets,
} from './operations.ts'

interface Fault {
  code: KnownErrorCode
  applies(route: Route): boolean
}

const asksFor = (part: 'body' | 'query' | 'intent' | 'versioned') => (route: Route) =>
  route[part] !== undefined
const refuses = (code: KnownErrorCode) => (route: Route) =>
  isAboutUser(route) && (route.rules?.includes(code) ?? false)
const isUnsafe = ({ method }: Route) => method !== 'GET'

/** What can be wrong, in the order in which it is refused. */
const faults = {
  method: { code: 'method_not_allowed', applies: () => true },
  size: { code: 'body_too_large', applies: asksFor('body') },
  signedOut: { code: 'signed_out', applies: ({ access }) => access !== 'public' && access !== 'anyone' },
  noCompany: { code: 'company_required', applies: inCompany },
  foreign: { code: 'company_not_found', applies: inCompany },
  ended: { code: 'session_idle', applies: inCompany },
  guarded: { code: 'rate_limited', applies: isUnsafe },
  powerless: { code: 'missing_permission', applies: ({ access }) => typeof access === 'object' },
  unknownId: { code: 'not_found', applies: ({ path }) => path.includes('{id}') },
  expiredId: { code: 'selection_expired', applies: ({ path }) => path.startsWith('/selections/{id}') },
  mediaType: { code: 'unsupported_media_type', applies: asksFor('body') },
  notJson: { code: 'malformed_json', applies: asksFor('body') },
  badBody: { code: 'invalid_body', applies: asksFor('body') },
  badQuery: { code: 'invalid_query', applies: asksFor('query') },
  noIntent: { code: 'idempotency_key_required', applies: asksFor('intent') },
  noVersion: { code: 'version_required', applies: asksFor('versioned') },
  oldVersion: { code: 'version_mismatch', applies: asksFor('versioned') },
  unknownTimeout: { code: 'timeout_not_allowed', applies: refuses('timeout_not_allowed') },
  unknownRole: { code: 'role_not_found', applies: refuses('role_not_found') },
  unknownTeam: { code: 'team_not_found', applies: refuses('team_not_found') },
  beyond: { code: 'role_exceeds_yours', applies: refuses('role_exceeds_yours') },
} as const satisfies Record<string, Fault>

type FaultName = keyof typeof faults

const limited = { headers: { 'x-limited': 'yes' } }
const signIns: SignIns = {
  async guard(request) {
    if (request.headers.has('x-limited')) throw new Refused('rate_limited', { retryAfter: 30 })
  },
  signIn: async () => ({ 'Set-Cookie': 'signed=in' }),
  signOut: async () => ({ 'Set-Cookie': 'signed=; Max-Age=0' }),
}

/** Whom, or what, a request is about. */
function idOf(has: (name: FaultName) => boolean) {
  if (has('unknownId')) return 'unknown'
  if (has('expiredId')) return 'expired'
  return has('beyond') ? 'boss' : 'agent'
}

/** A request of an operation with some things wrong. */
async function send([operation, route]: [OperationId, Route], wrong: readonly FaultName[]) {
  const has = (name: FaultName) => wrong.includes(name)
  const { ask, foreign, company, store, signIn, advance } = await aBackend({ signIns })
  const own = (await store.admit(company, signIn('boss')))?.session.id ?? ''
  await allowHolds(store, company)
  await withTargets(store, company, own, 'expired')
  advance(16 * 60_000)
  await withTargets(store, company, own, 'agent')
  const as = has('powerless') ? 'agent' : has('beyond') ? 'manager' : 'boss'
  const id = idOf(has)
  if (has('ended')) {
    const admission = await store.admit(company, signIn(as))
    await store.endSession(company, admission?.session.id ?? '', 'idle')
  }
  const fit = {
    ...bodyOf(operation),
    ...(has('unknownTimeout') && { timeoutMinutes: 20 }),
    ...(has('unknownRole') && { roleId: 'unknown' }),
    ...(has('unknownTeam') && { add: ['night', 'unknown'] }),
  }
  const text = has('notJson') ? '{"email":' : JSON.stringify(has('badBody') ? { email: 7 } : fit)
  const body = has('size') ? text.padEnd((route.longestBody ?? longestBody) + 1) : text
  return ask(`${addressOf(route, id)}${has('badQuery') ? '?unknown=1' : ''}`, {
    method: has('method') ? otherMethod(route) : route.method,
    as: has('signedOut') ? '' : as,
    company: has('noCompany') ? '' : has('foreign') ? foreign : company,
    headers: {
      'Content-Type': has('mediaType') ? 'text/plain' : 'application/json',
      ...(!has('noIntent') && { 'Idempotency-Key': intentOf(operation, id) }),
      ...(!has('noVersion') && { 'If-Match': has('oldVersion') ? '"another"' : `"${versionOf(operation)}"` }),
      ...(has('guarded') && limited.headers),
    },
    ...((route.body || has('size')) && { body }),
  })
}

describe.each(operations)('%s', (operation, route) => {
  const asked: [OperationId, Route] = [operation, route]
  const names = (Object.keys(faults) as FaultName[]).filter((name) => faults[name].applies(route))

  it.each(names.map((name, index) => [name, names.slice(index)] as const))(
    'is refused for %s before all that follows',
    async (name, wrong) => {
      const { code } = faults[name]
      const answer = await send(asked, wrong)
      expect(answer.body).toMatchObject({ code, status: errorCodes[code], requestId: expect.any(String) })
      expect(answer.status).toBe(errorCodes[code])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    },
  )

  it.each(names)('is refused if only %s is wrong', async (name) => {
    expect((await send(asked, [name])).body.code).toBe(faults[name].code)
  })

  it('returns what its route promises on success', async () => {
    // Joining needs a link, which the suite of the stores has.
    if (route.file || route.access === 'anyone') return
    const { status, body, headers } = await send(asked, [])
    expect(status).toBe(route.created ? 201 : route.answer ? 200 : 204)
    if (route.intent) expect(headers.get('roster-revision')).toMatch(/^\d+$/)
    const result = await route.answer?.['~standard'].validate(body)
    expect(result?.issues).toBeUndefined()
    expect(body).toEqual(result && 'value' in result ? result.value : undefined)
  })
})

describe('several things that are wrong at once', () => {
  const host = () => aHost({ store: createMemoryStore() }, people)
  const codeOf = (answer: { body: { code?: string } }) => answer.body.code

  it('of a change of an invitation are refused in order: its end, its version, its role, what the person may do', async () => {
    const { ask } = await host()
    const body = { emails: ['new@new.example'], roleId: 'admin' }
    const invited = await ask<{ results: { invitation: { id: string; version: string } }[] }>(
      'POST',
      '/invitations',
      { body },
    )
    const { id, version } = invited.body.results[0]?.invitation ?? { id: '', version: '' }
    const patch = (roleId: string, known: string) =>
      ask<{ code?: string }>('PATCH', `/invitations/${id}`, {
        as: 'manager',
        version: known,
        body: { roleId },
      })
    expect(codeOf(await patch('unknown', 'old'))).toBe('version_mismatch')
    expect(codeOf(await patch('unknown', version))).toBe('role_not_found')
    expect(codeOf(await patch('agent', version))).toBe('role_exceeds_yours')
    await ask('DELETE', `/invitations/${id}`)
    expect(codeOf(await patch('unknown', 'old'))).toBe('invitation_deleted')
  })

  it('of a selection are refused in order: what it repeats, its role, what the person may do', async () => {
    const { create } = await host()
    const change = (roleId: string) => ({ kind: 'changeRole' as const, roleId })
    const asManager = { as: 'manager' }
    expect(codeOf(await create({ failedOf: 'unknown' }, change('unknown'), asManager))).toBe(
      'selection_expired',
    )
    expect(codeOf(await create({ ids: ['ada'] }, change('unknown'), asManager))).toBe('role_not_found')
    expect(codeOf(await create({ ids: ['ada'] }, change('admin'), asManager))).toBe('role_exceeds_yours')
  })
})

describe.each(operations.filter(([, route]) => inCompany(route)))('%s in a company', (_operation, route) => {
  it.each([
    ['idle', 'session_idle'],
    ['expired', 'session_expired'],
    ['revoked', 'session_revoked'],
    ['signed_out', 'signed_out'],
  ] as const)('tells that the session ended as %s', async (reason, code) => {
    const { ask, company, store, signIn } = await aBackend()
    const admission = await store.admit(company, signIn('boss'))
    await store.endSession(company, admission?.session.id ?? '', reason)
    const { status, body } = await ask(addressOf(route), { method: route.method })
    expect([status, body.code]).toEqual([401, code])
  })

  it('returns the same for a foreign company and an unknown one', async () => {
    const { ask, foreign } = await aBackend()
    const told = async (company: string) => {
      const { status, body } = await ask(addressOf(route), { method: route.method, company })
      return { status, ...body, requestId: '' }
    }
    expect(await told(foreign)).toEqual(await told('c-unknown'))
    expect(await told('not an id ')).toEqual(await told('c-unknown'))
  })
})
