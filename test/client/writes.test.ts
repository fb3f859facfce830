import { describe, expect, it } from 'vitest'
import { bySession, json, problem, reset } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { session, user } from './wire.ts'

const intent = 'intent-1'
const version = '7'
const change = { add: ['t1'], remove: ['t2'] }

/** A server that announces all, and whose other answers are these in their order. */
async function aServer(...answers: [Answer, ...Answer[]]) {
  let count = 0
  const next: Answer = (response, request) => {
    count += 1
    answers[Math.min(count, answers.length) - 1]?.(response, request)
  }
  const server = await serve(bySession(json(session()), next))
  const writes = () => server.requests.filter(({ path }) => !path.endsWith('/session'))
  return { ...server, writes }
}

describe('a write', () => {
  it('names its intent, and a role the version that it is based on', async () => {
    const server = await aServer(json(user(1)), json(user(1)), json({ ended: 2 }))
    const { users } = apiOf(server)
    expect(await users.changeRole('user-1', 'agent', { version, intent })).toMatchObject({ id: 'user-1' })
    await users.changeTeams('user-1', change, { intent })
    expect(await users.endSessions('user-1', { intent })).toEqual({ ended: 2 })
    const [role, teams, sessions] = server.writes()
    expect(role).toMatchObject({
      method: 'PUT',
      path: '/v1/users/user-1/role',
      headers: { 'idempotency-key': intent, 'if-match': '"7"' },
    })
    expect(JSON.parse((await role?.body) ?? '')).toEqual({ roleId: 'agent' })
    expect(teams).toMatchObject({ method: 'PATCH', headers: { 'idempotency-key': intent } })
    expect(teams?.headers).not.toHaveProperty('if-match')
    expect(JSON.parse((await teams?.body) ?? '')).toEqual(change)
    expect(sessions).toMatchObject({ method: 'POST', path: '/v1/users/user-1/end-sessions' })
    expect(await sessions?.body).toBe('')
  })

  it.each([reset, problem(503, 'unavailable')])(
    'is repeated with the same intent where its answer is lost',
    async (loss) => {
      const server = await aServer(loss, loss, json(user(1)))
      await apiOf(server).users.changeRole('user-1', 'agent', { version, intent })
      expect(server.writes().map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill(intent))
      expect(new Set(await Promise.all(server.writes().map(({ body }) => body))).size).toBe(1)
    },
  )

  it.each([409, 412, 422, 500])('is not repeated after a %i', async (status) => {
    const server = await aServer(problem(status, 'final'))
    await failureOf(apiOf(server).users.changeTeams('user-1', change, { intent }))
    expect(server.writes()).toHaveLength(1)
  })

  it('says in its refusal how the user is now', async () => {
    const current = user(1, { version: '9' })
    const server = await aServer(problem(412, 'version_mismatch', { current }))
    const error = await failureOf(apiOf(server).users.changeRole('user-1', 'agent', { version, intent }))
    expect(error).toMatchObject({ name: 'ProblemError', code: 'version_mismatch', current: { version: '9' } })
  })

  it('leaves a current user out that cannot be read', async () => {
    const server = await aServer(problem(412, 'version_mismatch', { current: { id: 'user-1' } }))
    const error = await failureOf(apiOf(server).users.changeRole('user-1', 'agent', { version, intent }))
    expect(error).toMatchObject({ code: 'version_mismatch', current: undefined })
  })

  it('is not sent where the server does not announce it', async () => {
    const server = await serve(json(session({})))
    const { users } = apiOf(server)
    for (const call of [
      users.changeRole('user-1', 'agent', { version, intent }),
      users.changeTeams('user-1', change, { intent }),
      users.endSessions('user-1', { intent }),
      users.activity('user-1'),
    ])
      expect(await failureOf(call)).toMatchObject({ code: 'unsupported' })
    expect(server.requests.filter(({ path }) => !path.endsWith('/session'))).toEqual([])
  })

  it('ends with its signal', async () => {
    const server = await aServer(problem(503, 'unavailable', {}, { 'retry-after': '3' }))
    const controller = new AbortController()
    const { signal } = controller
    const call = failureOf(apiOf(server, {}, { most: 5_000 }).users.endSessions('user-1', { intent, signal }))
    await expect.poll(() => server.writes()).toHaveLength(1)
    controller.abort()
    expect(await call).toMatchObject({ code: 'aborted' })
  })
})

describe('activity', () => {
  it('requests as many as its limit', async () => {
    const entry = {
      id: '1',
      at: '2026-01-02T03:04:05.678Z',
      action: 'set_role',
      actor: { kind: 'robot', id: 'x' },
    }
    const server = await aServer(json({ entries: [entry] }))
    const { entries } = await apiOf(server).users.activity('user-1', { limit: 5 })
    expect(entries).toEqual([{ ...entry, actor: { kind: 'system', id: 'x' } }])
    expect(server.writes()[0]?.parameters.toString()).toBe('limit=5')
  })
})
