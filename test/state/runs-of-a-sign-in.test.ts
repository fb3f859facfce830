import { describe, expect, it } from 'vitest'
import { aRunner, remove, six } from './a-runner.ts'

describe('a run of another sign-in', () => {
  it.each(['running', 'waiting', 'stuck'] as const)(
    'ends with its sign-in while it is %s: it is no longer listed as work, and changes no one else',
    async (how) => {
      const { server, state, runs, clock } = aRunner()
      const stuck = new Promise<never>(() => {})
      if (how === 'waiting') server.fates.push('done', 'lost')
      const { chunk } = server.api
      if (how === 'stuck')
        server.api.chunk = (...args) => (server.steps.length === 1 ? stuck : chunk(...args))
      const run = runs.prepare({ ids: six }, remove)
      const settled: unknown[] = []
      state.writes.onSaved((saved) => settled.push(saved))
      const leave = run.subscribe(() => {
        if (how === 'running' && run.getSnapshot().selection?.position === 2) state.reset()
      })
      void run.start()
      if (how === 'waiting') await expect.poll(() => run.getSnapshot().phase).toBe('waiting')
      if (how === 'stuck') await expect.poll(() => server.deleted.length).toBe(2)
      if (how !== 'running') {
        expect(state.works.get()).toHaveLength(1)
        state.reset()
      }
      await expect.poll(() => state.works.get()).toEqual([])
      if (how !== 'stuck') await expect.poll(() => run.getSnapshot().phase).toBe('paused')
      leave()
      clock.advance(60_000)
      expect(server.deleted).toEqual(['u0', 'u1'])
      expect(settled).toEqual([])
    },
  )
})
