import { expect, it } from 'vitest'
import type { PresencePort } from '../../../backend/core/ports/presence.ts'
import { aBackend } from './a-backend.ts'

it('presence is announced where the product has it, and named with each user', async () => {
  const asked: string[][] = []
  const port: PresencePort = {
    async of(_company, ids) {
      asked.push(ids)
      return new Map([['boss', 'online']])
    },
  }
  const { ask } = await aBackend({ presence: () => port })
  expect((await ask('/v1/session')).body.capabilities.presence).toBe(true)
  const { rows } = (await ask('/v1/users')).body
  expect(rows.map(({ id, presence }: { id: string; presence: string }) => [id, presence])).toEqual([
    ['agent', 'offline'],
    ['boss', 'online'],
    ['manager', 'offline'],
  ])
  expect(asked).toEqual([['agent', 'boss', 'manager']])
  expect((await ask('/v1/users/boss')).body.presence).toBe('online')
})

it('presence is neither announced nor named where the product has none', async () => {
  const { ask } = await aBackend()
  expect((await ask('/v1/session')).body.capabilities.presence).toBe(false)
  expect((await ask('/v1/users/boss')).body.presence).toBeUndefined()
})

const outages: [string, PresencePort['of']][] = [
  ['fails', () => Promise.reject(new Error('down'))],
  [
    'throws',
    () => {
      throw new Error('down')
    },
  ],
  ['does not respond', () => new Promise(() => {})],
]

it.each(outages)('users are listed without presence while the product %s', async (_, of) => {
  const { ask } = await aBackend({ presence: () => ({ of }) })
  const { status, body } = await ask('/v1/users')
  expect(status).toBe(200)
  expect(body.rows.map(({ id, presence }: { id: string; presence?: string }) => [id, presence])).toEqual([
    ['agent', undefined],
    ['boss', undefined],
    ['manager', undefined],
  ])
})
