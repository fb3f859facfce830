import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../backend/node/database/lanes.ts'
import { asRequest, inTurnOf, type Owner } from '../../../backend/node/database/turn.ts'

/** Lanes over ten connections, and who has been given one. */
function aPool(options: { connections?: number; patience?: number; waiting?: number } = {}) {
  const lanes = createLanes({ connections: 10, patience: 60_000, waiting: 500, ...options })
  const given: string[] = []
  const back: (() => void)[] = []
  const ask = (name: string, owner?: Owner) => {
    const entering = owner ? inTurnOf(owner, lanes.enter) : lanes.enter()
    return entering.then((leave) => {
      given.push(name)
      back.push(leave)
    })
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    given,
    settle,
    company: (name: string, id = name) => ask(name, { company: id }),
    visitor: (id: string) => ask(id, { visitor: id }),
    backend: () => ask('backend'),
    async giveBack() {
      back.shift()?.()
      await settle()
    },
  }
}

const many = Array.from({ length: 50 }, (_, index) => index)

describe('the queue for connections', () => {
  it('gives a company half of them, and another the rest', async () => {
    const { given, settle, company } = aPool()
    for (const _ of many) void company('busy')
    await settle()
    expect(given).toHaveLength(5)
    for (const _ of many) void company('bystander')
    await settle()
    expect(given.filter((id) => id === 'bystander')).toHaveLength(5)
  })

  it('gives at least one', async () => {
    const { given, settle, company } = aPool({ connections: 1 })
    void company('only')
    await settle()
    expect(given).toEqual(['only'])
  })

  it('treats all visitors together as one company, and lets them take turns', async () => {
    const { given, settle, visitor, company, backend, giveBack } = aPool()
    for (const _ of many) void visitor('flood')
    await settle()
    expect(given).toEqual(Array.from({ length: 5 }, () => 'flood'))
    void visitor('stranger')
    await company('member')
    await backend()
    await giveBack()
    await giveBack()
    expect(given.slice(7)).toEqual(['flood', 'stranger'])
  })

  it('finishes the requests of a company that have begun before it begins others', async () => {
    const { given, settle, company, giveBack } = aPool({ connections: 1 })
    const requests = ['a', 'b', 'c'].map((name) =>
      asRequest(async () => {
        await company(`${name} 1`, 'acme')
        await company(`${name} 2`, 'acme')
      }),
    )
    await settle()
    for (const _ of ['a 1', 'a 2', 'b 1', 'b 2', 'c 1']) await giveBack()
    await Promise.all(requests)
    expect(given).toEqual(['a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'c 2'])
  })

  it('refuses early what cannot be served in time', async () => {
    const { company } = aPool({ connections: 1, patience: 20 })
    await company('first')
    await expect(company('second')).rejects.toMatchObject({ name: 'StoreUnavailable', retryAfter: 1 })
  })

  it('refuses at once when too many wait, and rather the owner with the most', async () => {
    const { company, visitor } = aPool({ connections: 1, waiting: 4 })
    await company('first')
    void company('busy')
    const busy = company('busy')
    await expect(company('busy')).rejects.toMatchObject({ name: 'StoreUnavailable', retryAfter: 1 })
    for (const id of ['other', 'third']) void company(id)
    const evicted = expect(busy).rejects.toMatchObject({ name: 'StoreUnavailable' })
    void visitor('late')
    await evicted
    await expect(company('fifth')).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})
