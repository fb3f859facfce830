import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { createPace } from '../../src/state/runs/pace.ts'
import { runAtOnce } from '../../src/state/runs/run-at-once.ts'
import { selectionRunsOf } from '../../src/state/runs/selection-runs.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { aRunner, remove, settle, six } from './a-runner.ts'

describe('a run over many users', () => {
  it('asks for the invitations that they sent in its first step, also if that step is lost', async () => {
    const { server, runs, clock } = aRunner({ size: 3 })
    server.fates.push('lost')
    const run = runs.prepare({ ids: six }, remove)
    const running = run.start({ deleteInvitations: true })
    await settle(clock, () => run.getSnapshot().phase === 'done')
    await running
    expect(server.steps).toEqual([
      { from: 0, deleteInvitations: true },
      { from: 0, deleteInvitations: true },
      { from: 3, deleteInvitations: undefined },
    ])
  })

  it('freezes at once, changes no one before it is started, and reports each step', async () => {
    const { server, runs, state } = aRunner()
    const run = runs.prepare({ ids: six }, remove)
    await expect.poll(() => run.getSnapshot().phase).toBe('ready')
    expect(server.deleted).toEqual([])
    const positions: (number | undefined)[] = []
    run.subscribe(() => positions.push(run.getSnapshot().selection?.position))
    const end = await run.start()
    expect(end).toMatchObject({ phase: 'done', selection: { done: 6, undo: { id: 's1' } } })
    expect(new Set(positions)).toEqual(new Set([0, 2, 4, 6]))
    expect(server.deleted).toEqual(six)
    expect(state.works.get()).toEqual([])
    expect(state.intents.has('s1')).toBe(true)
  })

  it.each(['lost', 'unanswered'] as const)('continues on its own after a response was %s', async (fate) => {
    const { server, runs, clock, state } = aRunner()
    server.fates.push('done', fate, fate)
    const run = runs.prepare({ ids: six }, remove)
    void run.start()
    await expect.poll(() => run.getSnapshot().phase).toBe('waiting')
    expect(state.works.get()).toMatchObject([{ kind: 'delete', total: 6 }])
    await settle(clock, () => run.getSnapshot().phase === 'done')
    expect(server.deleted).toEqual(six)
  })

  it.each([
    { code: 'missing_permission', status: 403 },
    { code: 'session_expired', status: 401 },
  ])('pauses after $code, and continues where it was', async (fate) => {
    const { server, runs } = aRunner()
    server.fates.push('done', fate)
    const run = runs.prepare({ ids: six }, remove)
    expect(await run.start()).toMatchObject({ phase: 'paused', error: { code: fate.code } })
    expect(server.deleted).toEqual(['u0', 'u1'])
    expect(await run.start()).toMatchObject({ phase: 'done', error: null })
    expect(server.deleted).toEqual(six)
  })

  it.each([
    ['the step', 'done'],
    ['the freezing', 'frozen'],
  ])('loads the session again at once when %s is refused, and reports the refusal once', async (_, when) => {
    const { server, runs, state } = aRunner()
    const refusal = { code: 'missing_permission', status: 403 }
    const failures: string[] = []
    state.subscribe((event) => {
      if (event.type === 'request.failed') failures.push(`${event.context.resource} ${event.error.code}`)
    })
    const reread: (string | undefined)[] = []
    const invalidate = state.queries.invalidateQueries.bind(state.queries)
    state.queries.invalidateQueries = (filters, options) => {
      if (filters?.queryKey) reread.push(String(filters.queryKey[2]))
      return invalidate(filters, options)
    }
    if (when === 'frozen') server.api.create = () => Promise.reject(new ApiError(refusal.code, 'no', refusal))
    else server.fates.push('done', refusal)
    await runs.prepare({ ids: six }, remove).start()
    expect(failures).toEqual(['selections missing_permission'])
    expect(reread).toContain('session')
  })

  it('tries a step that fails on the server three times, then pauses', async () => {
    const { server, runs, clock } = aRunner()
    const fault = { code: 'internal', status: 500 }
    server.fates.push('done', 'done', fault, fault, fault, fault)
    const run = runs.prepare({ ids: six }, remove)
    void run.start()
    await settle(clock, () => run.getSnapshot().phase === 'paused')
    expect(run.getSnapshot().selection).toMatchObject({ position: 4, done: 4 })
    expect(await run.start()).toMatchObject({ phase: 'done' })
    expect(server.deleted).toEqual(six)
  })

  it('stops permanently between two steps', async () => {
    const { server, runs } = aRunner()
    const run = runs.prepare({ ids: six }, remove)
    run.subscribe(() => {
      if (run.getSnapshot().selection?.position === 2) run.stop()
    })
    expect(await run.start()).toMatchObject({ phase: 'stopped', selection: { done: 2 } })
    expect(server.deleted).toEqual(['u0', 'u1'])
    await run.start()
    expect(server.deleted).toEqual(['u0', 'u1'])
  })

  it('follows another tab that is further or has ended it', async () => {
    const { server, runs, clock } = aRunner()
    const run = runs.prepare({ ids: six }, remove)
    await expect.poll(() => run.getSnapshot().phase).toBe('ready')
    server.fates.push({ code: 'selection_position', status: 409 })
    server.advance({ position: 4, done: 4 })
    void run.start()
    await settle(clock, () => run.getSnapshot().phase === 'done')
    expect(run.getSnapshot()).toMatchObject({ error: null, selection: { position: 6 } })
    expect(server.deleted).toEqual(['u4', 'u5'])
  })

  it('reports failed rows once, and retries only these', async () => {
    const { server, runs } = aRunner()
    server.failing.add('u1').add('u5')
    const first = await runs.prepare({ ids: six }, remove).start()
    expect(first.failed.map(({ id }) => id)).toEqual(['u1', 'u5'])
    server.failing.delete('u5')
    const again = runs.prepare({ failedOf: 's1' }, remove)
    expect(await again.start()).toMatchObject({ phase: 'done', selection: { allowed: 1, failed: 1 } })
    expect(server.requests.at(-1)?.of).toEqual({ failedOf: 's1' })
  })

  it('calls the host’s hook once, and changes no one against its veto', async () => {
    let asked = 0
    let veto: { cancel: true; reason: string } | undefined = { cancel: true, reason: 'Frozen.' }
    const hooks = {
      onBeforeSelection: () => {
        asked += 1
        return veto
      },
    }
    const { server, runs } = aRunner({ hooks })
    const run = runs.prepare({ ids: six }, remove)
    const error = { code: 'cancelled', params: { reason: 'Frozen.' } }
    expect(await run.start()).toMatchObject({ phase: 'ready', error })
    expect(server.deleted).toEqual([])
    veto = undefined
    server.fates.push('done', { code: 'missing_permission', status: 403 })
    await run.start()
    await run.start()
    expect(asked).toBe(2)
    expect(server.deleted).toEqual(six)
  })

  it('calls the hooks of single users if the host has no others', async () => {
    const seen: string[] = []
    const hooks: RosterHooks = {
      onBeforeDeleteUser: ({ user }) => {
        seen.push(user.id)
        return user.id === 'u2' ? { cancel: true, reason: 'Not Grace.' } : undefined
      },
    }
    const { server, runs, singly } = aRunner({ hooks })
    const end = await runs.prepare({ ids: ['u1', 'u2', 'u3'] }, remove).start()
    expect(server.requests).toEqual([])
    expect(seen.sort()).toEqual(['u1', 'u2', 'u3'])
    expect(singly.sort()).toEqual(['u1', 'u3'])
    expect(end).toMatchObject({ phase: 'done', failed: [{ id: 'u2', code: 'cancelled' }] })
    expect(end.selection?.undo).toBeUndefined()
  })

  it('watches a backend that works on its own, and creates its selection after the confirmation', async () => {
    const { api, server, stateOf, clock } = aRunner()
    const { chunk: _, ...selections } = server.api
    const runs = selectionRunsOf(stateOf({ ...api, selections } as never))
    const run = runs.prepare({ ids: six }, remove)
    await expect.poll(() => run.getSnapshot().phase).toBe('ready')
    expect(server.requests).toEqual([])
    void run.start()
    await expect.poll(() => server.requests.length).toBe(1)
    server.advance({ state: 'done', position: 6, done: 6 })
    await settle(clock, () => run.getSnapshot().phase === 'done')
  })

  it('pauses between two steps by `pause()`, such as at the end of a session', async () => {
    const { server, runs, state } = aRunner()
    const run = runs.prepare({ ids: six }, remove)
    const leave = run.subscribe(() => {
      if (run.getSnapshot().selection?.position === 4) for (const work of state.works.get()) work.pause()
    })
    expect(await run.start()).toMatchObject({ phase: 'paused', selection: { position: 4 } })
    leave()
    expect(server.deleted).toHaveLength(4)
    expect(await run.start()).toMatchObject({ phase: 'done' })
  })

  it('takes a paused change over once, however often that is asked', async () => {
    const { server, runs } = aRunner()
    await runs.prepare({ ids: six }, remove).start()
    const paused = { ...server.current(), id: 'elsewhere', state: 'paused' as const }
    expect(runs.adopt(paused)).toBe(runs.adopt({ ...paused }))
  })

  it('returns an outcome without a confirmation', async () => {
    const { server, state } = aRunner()
    server.failing.add('u4')
    const outcome = await runAtOnce(state, { ids: six }, remove)
    expect(outcome).toMatchObject({ ok: true, value: { done: 5, failed: [{ id: 'u4' }] } })
    server.api.create = async () => {
      throw new ApiError('selection_empty', 'empty', { status: 422 })
    }
    const refused = await runAtOnce(state, { ids: [] }, remove)
    expect(refused).toMatchObject({ ok: false, error: { code: 'selection_empty' } })
  })
})

describe('the time that a run still takes', () => {
  it('is unknown in the first second, and follows the last steps', () => {
    const pace = createPace()
    pace.note(0, 0)
    pace.note(50, 500)
    expect(pace.restMs(1_000)).toBeNull()
    pace.note(100, 1_000)
    expect(pace.restMs(1_000)).toBe(9_000)
    for (let step = 1; step <= 10; step++) pace.note(100 + step, 1_000 + step * 1_000)
    expect(pace.restMs(1_000)).toBe(890_000)
    pace.restart()
    expect(pace.restMs(1_000)).toBeNull()
  })
})
