import type { Idle, IdleLogoutPolicy } from '@aicx/roster/contract'
import type { OpenStore } from '../store-suite.ts'
import { type Asked, aHost } from './a-host.ts'

export const second = 1_000
export const minute = 60 * second

/** A boss, Ann and Ben, and what they ask about idle logout. */
export async function anOffice(opened: OpenStore) {
  const host = await aHost(opened, [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }, { id: 'ben' }])
  const { ask, company, store } = host
  const { advance } = opened
  const policy = async (asked?: Asked) => (await ask<IdleLogoutPolicy>('GET', '/idle-logout', asked)).body

  /** Replaces the policy as the boss, who stays active. */
  async function save(settings: Partial<IdleLogoutPolicy>) {
    const { enabled, timeoutMinutes, allowHold, rev } = await policy()
    const body = { enabled, timeoutMinutes, allowHold, ...settings }
    return ask<IdleLogoutPolicy>('PUT', '/idle-logout', { body, version: rev })
  }
  const report = (ageMs: unknown, as = 'ann') =>
    ask<Idle>('POST', '/session/activity', { as, body: { ageMs } })

  /** Moves the clock while the boss works, so that they can change the policy. */
  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= 5 * minute) {
      await advance(Math.min(left, 5 * minute))
      await report(0, 'boss')
    }
  }
  /** Enabled for so long that the notice of the change is over. Ann is active at its end. */
  async function settled(settings: Partial<IdleLogoutPolicy>) {
    await ask('GET', '/session', { as: 'ann' })
    await save({ enabled: true, timeoutMinutes: 10, ...settings })
    await pass(4 * minute)
    await report(0)
  }
  const code = async (method: string, path: string, asked: Asked = {}) =>
    (await ask<{ code?: string }>(method, path, { as: 'ann', ...asked })).body.code ?? 'allowed'
  const ends = async (userId = 'ann') =>
    (await store.audit(company, userId, 200)).entries.filter(({ action }) => action === 'end_session')

  return {
    ...host,
    advance,
    policy,
    save,
    report,
    pass,
    settled,
    code,
    ends,
    idle: async (as = 'ann') => (await ask<Idle>('GET', '/session/idle', { as })).body,
    activityAt: async () => {
      const { body } = await ask<Idle>('GET', '/session/idle', { as: 'ann' })
      return (await store.now()).getTime() + (body.idleRemainingMs ?? Number.NaN)
    },
  }
}
