import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { createResource } from '../../src/state/resources/resource.ts'
import { teams } from '../../src/state/resources/teams.ts'
import { createRosterState, focusInterval } from '../../src/state/roster/roster-state.ts'
import { aLiveList } from './a-live-list.ts'
import { createArrayApi } from './array-api.ts'
import { createManualClock } from './manual-clock.ts'

const forbidden = new ApiError('missing_permission', 'no', { status: 403 })

describe('a log that is refused', () => {
  it('reads everything again once, however often it is refused', async () => {
    const { asked, fail, end, pass } = await aLiveList()
    fail(forbidden)
    await end()
    asked()
    await pass(1_000)
    expect(asked()).toEqual(['list 100', 'session', 'users'])
    for (let tries = 0; tries < 4; tries++) {
      await pass(10_000)
      expect(asked()).toEqual(['list 100'])
    }
  })

  it('reads everything again at the next refusal, once it was allowed in between', async () => {
    const { asked, fail, end, pass } = await aLiveList()
    fail(forbidden)
    await end()
    await pass(1_000)
    fail(undefined)
    await pass(10_000)
    fail(forbidden)
    await end()
    asked()
    await pass(10_000)
    expect(asked()).toEqual(['list 100', 'session', 'users'])
  })

  it.each([
    ['a 500', new ApiError('internal', 'oh', { status: 500 })],
    ['a lost network', new ApiError('network', 'lost')],
  ])('reads nothing again after %s', async (_, error) => {
    const { asked, fail, end, pass } = await aLiveList()
    fail(error)
    await end()
    asked()
    await pass(1_000)
    expect(asked()).toEqual(['list 100'])
  })
})

describe('an event', () => {
  it('of a team reads the teams and the users, whom it may have renamed', async () => {
    const { asked, happens, server, state, rest } = await aLiveList()
    let reads = 0
    server.api.teams = {
      list: async () => {
        reads += 1
        return { teams: [] }
      },
    }
    const leave = createResource(state, teams).subscribe(() => {})
    await rest()
    asked()
    await happens(['t1'], { resource: 'teams' })
    expect(asked()).toEqual(['users'])
    expect(reads).toBe(2)
    leave()
  })

  it('during the first load of a resource loads it once more, since its response may be older', async () => {
    const { state, happens, rest } = await aLiveList()
    const responses: ((answer: { teams: [] }) => void)[] = []
    state.api.teams = { list: () => new Promise((resolve) => responses.push(resolve)) }
    const resource = createResource(state, teams)
    const leave = resource.subscribe(() => {})
    await happens(['t1'], { resource: 'teams' })
    expect(responses).toHaveLength(1)
    responses[0]?.({ teams: [] })
    await rest()
    expect(responses).toHaveLength(2)
    responses[1]?.({ teams: [] })
    await rest()
    expect(responses).toHaveLength(2)
    expect(resource.getSnapshot()).toMatchObject({ status: 'ready', isFetching: false })
    leave()
  })

  it('of something unknown reads nothing', async () => {
    const { asked, happens } = await aLiveList()
    asked()
    await happens(['x'], { resource: 'planets' })
    expect(asked()).toEqual([])
  })

  it('that is of two users is read once', async () => {
    const { asked, happens, pass } = await aLiveList()
    asked()
    await happens(['u1', 'u2'])
    expect(asked()).toEqual(['users'])
    await pass(249)
    await happens(['u1'])
    expect(asked()).toEqual([])
    await pass(1)
    expect(asked()).toEqual(['users'])
  })
})

describe('a stream that ends', () => {
  it('at once counts as a failure, and after five seconds does not', async () => {
    const { asked, end, pass } = await aLiveList()
    const opensAfter = async (lived: number) => {
      await pass(lived)
      await end()
      asked()
      let waited = 0
      while (asked().length === 0) {
        await pass(250)
        waited += 250
      }
      return waited
    }
    expect(await opensAfter(4_999)).toBeLessThanOrEqual(1_000)
    expect(await opensAfter(0)).toBeGreaterThan(1_000)
    expect(await opensAfter(5_000)).toBeLessThanOrEqual(1_000)
    expect(await opensAfter(5_000)).toBeLessThanOrEqual(1_000)
  })
})

describe('coming back to the page', () => {
  it('reads it again at most once in ten seconds', () => {
    const clock = createManualClock()
    const state = createRosterState({
      api: createArrayApi([]).api,
      epoch: 0,
      clock,
      reporter: createReporter(),
      reset: () => {},
    })
    let comeBack = () => {}
    let reads = 0
    const { queries } = state
    const invalidate = queries.invalidateQueries.bind(queries)
    queries.invalidateQueries = (...given) => {
      reads += 1
      return invalidate(...given)
    }
    state.follow({
      subscribe(listener) {
        comeBack = listener
        return () => {}
      },
    })
    expect(focusInterval).toBe(10_000)
    clock.advance(9_999)
    comeBack()
    expect(reads).toBe(0)
    clock.advance(1)
    comeBack()
    comeBack()
    expect(reads).toBe(1)
  })
})
