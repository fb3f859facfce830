import { describe, expect, it, vi } from 'vitest'
import { settle } from './a-list.ts'
import { aReadyWriter } from './a-ready-writer.ts'

describe('the hooks of a host', () => {
  it('run before a change and with its outcome, for every caller', async () => {
    const { writes, setHooks, server } = await aReadyWriter()
    const onBeforeRoleChange = vi.fn()
    const onAfterRoleChange = vi.fn()
    setHooks({ onBeforeRoleChange, onAfterRoleChange })
    const user = server.get('u1')
    const outcome = await writes.changeRole('u1', 'admin')
    const write = { intent: server.taken[0]?.intent, user, roleId: 'admin' }
    expect(onBeforeRoleChange).toHaveBeenCalledExactlyOnceWith(write)
    expect(onAfterRoleChange).toHaveBeenCalledExactlyOnceWith(write, outcome)
  })

  it('cancel with a reason, before anything is sent', async () => {
    const { writes, setHooks, server, rowOf, events } = await aReadyWriter()
    const before = rowOf('u1')
    const veto = async () => ({ cancel: true, reason: 'Ask the works council.' }) as const
    const onAfterTeamsChange = vi.fn()
    setHooks({
      onBeforeRoleChange: veto,
      onBeforeTeamsChange: veto,
      onBeforeEndSessions: veto,
      onAfterTeamsChange,
    })
    const cancelled = {
      ok: false,
      error: {
        code: 'cancelled',
        message: 'Ask the works council.',
        params: { reason: 'Ask the works council.' },
      },
    }
    expect(await writes.changeRole('u1', 'admin')).toMatchObject(cancelled)
    expect(await writes.changeTeams('u1', { add: ['t1'], remove: [] })).toMatchObject(cancelled)
    expect(await writes.endSessions('u1')).toMatchObject(cancelled)
    expect(rowOf('u1')).toBe(before)
    expect(server.taken).toEqual([])
    expect(writes.getStates('u1').role).toMatchObject({ status: 'failed', error: { code: 'cancelled' } })
    expect(onAfterTeamsChange).toHaveBeenCalledOnce()
    expect(events.filter(({ type }) => type === 'request.failed')).toEqual([])
  })

  it('fail a change by what they throw, and not the page', async () => {
    const { writes, setHooks, server } = await aReadyWriter()
    const mistake = new Error('a mistake of the host')
    setHooks({
      onBeforeRoleChange() {
        throw mistake
      },
    })
    const outcome = await writes.changeRole('u1', 'admin')
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unknown', cause: mistake } })
    expect(server.taken).toEqual([])
    setHooks({})
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: true })
  })

  it('run again when a change that they stopped by throwing is tried again', async () => {
    const { writes, setHooks, server } = await aReadyWriter()
    const onBeforeRoleChange = vi.fn().mockRejectedValue(new Error('a mistake of the host'))
    setHooks({ onBeforeRoleChange })
    await writes.changeRole('u1', 'admin')
    await writes.retry('u1', 'role')
    expect(onBeforeRoleChange).toHaveBeenCalledTimes(2)
    expect(server.taken).toEqual([])
  })

  it('do not change the outcome of a change, whatever they throw', async () => {
    const { writes, setHooks } = await aReadyWriter()
    const mistake = new Error('a mistake of the host')
    const onMistake = vi.fn()
    process.prependOnceListener('uncaughtException', onMistake)
    const others = process.listeners('uncaughtException').filter((listener) => listener !== onMistake)
    for (const listener of others) process.off('uncaughtException', listener)
    setHooks({
      onAfterRoleChange() {
        throw mistake
      },
    })
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: true })
    await settle()
    for (const listener of others) process.on('uncaughtException', listener)
    expect(onMistake.mock.calls[0]?.[0]).toBe(mistake)
  })
})
