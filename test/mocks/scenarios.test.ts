import { setupServer } from 'msw/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'
import { type ScenarioName, scenarios } from '../../mocks/scenarios/scenarios.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'
import { everyUser } from '../backend/suite/every-user.ts'

const clock = () => Date.UTC(2026, 2, 14)
const everyone = { ...everyUser, limit: 30 }

/** A client of a mocked backend with these scenarios. */
async function play(...scenario: ScenarioName[]) {
  const { handlers, company, token, store } = await createMocks({ scenario, clock })
  const server = setupServer(...handlers)
  server.listen()
  onTestFinished(() => server.close())
  const baseUrl = 'http://roster.test/roster-api'
  return { ...createHttpApi({ baseUrl, company, getToken: () => token, retry: 0 }), store }
}

describe('a scenario', () => {
  it.each([
    ['empty', 0],
    ['one', 1],
    ['many', 1_204],
    ['million', 1_000_000],
    ['lying', 1_211],
  ] as const)('of %s says that there are %i users', async (scenario, total) => {
    const { users } = await play(scenario)
    expect((await users.list({ limit: 50 })).total).toBe(total)
  })

  it.each([
    ['forbidden', { code: 'missing_permission', status: 403 }],
    ['error', { code: 'internal', status: 500, requestId: 'req_7fk2m9qd' }],
    ['rate-limited', { code: 'rate_limited', status: 429, retryAfter: 30 }],
    ['offline', { code: 'network' }],
  ] as const)('of %s refuses the list', async (scenario, problem) => {
    const { users } = await play(scenario)
    await expect(users.list({})).rejects.toMatchObject(problem)
  })

  it('of forbidden admits the viewer, and names the missing permission', async () => {
    const { session } = await play('forbidden')
    const { actions } = (await session.get()).viewer
    expect(actions.manageUsers).toMatchObject({ allowed: false, params: { permission: 'Manage users' } })
  })

  it('of half-failing fails every second time', async () => {
    const { users } = await play('half-failing')
    const outcomes = []
    for (let turn = 0; turn < 4; turn++) outcomes.push(await users.list({}).catch(({ code }) => code))
    expect(outcomes).toMatchObject([{ total: 1_204 }, 'unavailable', { total: 1_204 }, 'unavailable'])
  })

  it('of lying returns more rows than requested, out of order', async () => {
    const [lying, honest] = [await play('lying'), await createMocks({ clock })]
    const { rows } = await lying.users.list({ limit: 10 })
    const { users } = await honest.store.users('acme', { ...everyone, limit: 10 })
    const ids = users.map(({ id }) => id)
    const [head, tail, again] = [ids.slice(0, 5), ids.slice(5), ids.slice(0, 3)]
    expect(rows.map(({ id }) => id)).toEqual([...tail, ...head, ...again])
  })

  it('of slow delays the response', async () => {
    const slow = await play('slow')
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let isListed = false
    const list = slow.users.list({}).finally(() => {
      isListed = true
    })
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(1))
    expect(isListed).toBe(false)
    await vi.advanceTimersByTimeAsync(1_500)
    expect((await list).total).toBe(1_204)
  })

  it('of silent never responds', async () => {
    const { users } = await play('silent')
    const answer = users.list({}, { signal: AbortSignal.timeout(100) })
    await expect(answer).rejects.toMatchObject({ code: 'aborted' })
  })

  it('combines with others', async () => {
    const { users, session } = await play('one', 'error')
    await expect(users.list({})).rejects.toMatchObject({ code: 'internal' })
    expect((await session.get()).viewer.role.id).toBe('admin')
  })

  it('that is unknown throws an error that lists the known ones', async () => {
    const fromAnAddress = JSON.parse('"toString"')
    await expect(createMocks({ scenario: fromAnAddress })).rejects.toThrow(
      /^Unknown scenario "toString"\. Use one of empty, .*, seats-full\.$/,
    )
  })

  it.each(Object.keys(scenarios) as ScenarioName[])('of %s is the same in every run', async (scenario) => {
    const read = async () => {
      const { store, company } = await createMocks({ scenario, clock })
      return store.users(company, { ...everyone, sort: 'lastActive', descending: true })
    }
    expect(await read()).toEqual(await read())
  })
})
