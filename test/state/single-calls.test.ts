import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { selectionRunsOf } from '../../src/state/runs/selection-runs.ts'
import { aRunner, remove, settle, six } from './a-runner.ts'

describe('a run over a backend without selections', () => {
  it('sends single calls, four at a time, to a backend without selections', async () => {
    const { api, stateOf, singly } = aRunner()
    let open = 0
    let most = 0
    const { delete: once } = api.users
    api.users.delete = async (...args) => {
      most = Math.max(most, ++open)
      await Promise.resolve()
      open -= 1
      return (await once?.(...args)) ?? {}
    }
    const runs = selectionRunsOf(stateOf(api as never))
    const of = { query: {}, except: ['u3'] }
    expect(await runs.prepare(of, remove).start()).toMatchObject({ phase: 'done', selection: { done: 5 } })
    expect(most).toBe(4)
    expect(singly.sort()).toEqual(['u0', 'u1', 'u2', 'u4', 'u5'])
  })

  it.each(['lost', 'unanswered', 'signed out', 'busy'])(
    'repeats only the single call that was %s, with the same intent, and counts the others',
    async (fate) => {
      const { api, stateOf, others, clock } = aRunner()
      const calls: string[] = []
      const intents = new Map<string, string>()
      api.users.delete = async (id, { intent }) => {
        calls.push(id)
        const isRepeated = intents.has(id)
        const isSame = intents.get(id) === intent
        intents.set(id, intent)
        if (id === 'u1' && !isRepeated) {
          if (fate === 'unanswered') others.remove(id)
          if (fate === 'signed out') throw new ApiError('session_expired', fate, { status: 401 })
          if (fate === 'busy') throw new ApiError('rate_limited', fate, { status: 429, retryAfter: 1 })
          throw new ApiError('network', fate)
        }
        // A server that has seen the intent returns its first response. To any other one, the user is gone.
        if (fate === 'unanswered' && isRepeated && !isSame)
          throw new ApiError('internal', 'Deleted twice.', { status: 400 })
        others.remove(id)
        return {}
      }
      const runs = selectionRunsOf(stateOf(api as never))
      const run = runs.prepare({ ids: six }, remove)
      void run.start()
      await settle(clock, () => ['done', 'paused'].includes(run.getSnapshot().phase))
      if (fate === 'signed out') {
        expect(run.getSnapshot()).toMatchObject({ phase: 'paused', selection: { position: 3, done: 3 } })
        await run.start()
      }
      expect(run.getSnapshot()).toMatchObject({
        phase: 'done',
        failed: [],
        selection: { done: 6, failed: 0 },
      })
      expect(calls.filter((id) => id === 'u1')).toHaveLength(2)
      expect(calls).toHaveLength(7)
    },
  )

  it('reports what was done before it is stopped while a call fails', async () => {
    const { api, stateOf, singly, clock } = aRunner()
    const { delete: once } = api.users
    api.users.delete = async (...args) => {
      if (args[0] === 'u2') throw new ApiError('network', 'lost')
      return (await once?.(...args)) ?? {}
    }
    const run = selectionRunsOf(stateOf(api as never)).prepare({ ids: six.slice(0, 4) }, remove)
    const running = run.start()
    await expect.poll(() => run.getSnapshot().phase).toBe('waiting')
    run.stop()
    await settle(clock, () => run.getSnapshot().phase === 'stopped')
    expect((await running).selection).toMatchObject({ position: 3, done: 3, failed: 0, state: 'stopped' })
    expect(singly.sort()).toEqual(['u0', 'u1', 'u3'])
  })

  it('counts users that someone else has deleted as done', async () => {
    const { api, others, stateOf } = aRunner()
    others.remove('u1')
    const runs = selectionRunsOf(stateOf(api as never))
    expect(await runs.prepare({ ids: six }, remove).start()).toMatchObject({
      phase: 'done',
      failed: [],
      selection: { done: 6 },
    })
  })

  it('refuses more than 5,000 ids where each is a call, and none', async () => {
    const { api, stateOf } = aRunner()
    const runs = selectionRunsOf(stateOf(api as never))
    const many = Array.from({ length: 5_001 }, (_, index) => `x${index}`)
    expect(await runs.prepare({ ids: many }, remove).start()).toMatchObject({
      phase: 'failed',
      error: { code: 'selection_too_large' },
    })
    expect(await runs.prepare({ ids: [] }, remove).start()).toMatchObject({
      phase: 'failed',
      error: { code: 'selection_empty' },
    })
  })
})
