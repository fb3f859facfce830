import { describe, expect, it } from 'vitest'
import type { User } from '../../src/contract/users.ts'
import { createRowSource, readRows } from '../../src/state/windows/row-source.ts'
import { checkAnswer } from '../../src/state/windows/window-answer.ts'
import { aList, settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'
import { openList } from './an-open-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))

describe('a list without subscribers', () => {
  it('loads nothing for any visible range', async () => {
    const { list, asked, answer, close, view } = await openList(people(1_000))
    close()
    list.loadRange({ start: 500, end: 520 })
    list.showPage({ start: 200, end: 250 })
    view.setQuery({ search: 'user' })
    void list.refetch()
    expect(await asked()).toEqual([])
    await answer()
    const unopened = aList(people(1_000))
    unopened.list.loadRange({ start: 500, end: 520 })
    unopened.list.showPage({ start: 500, end: 520 })
    expect(await unopened.asked()).toEqual([])
  })

  it('loads its last range at the next subscription', async () => {
    const { list, asked, close, open } = await openList(people(1_000))
    close()
    list.loadRange({ start: 500, end: 520 })
    open()
    expect(await asked()).toEqual([[500, 50]])
  })

  it('goes on for the others when one of two leaves', async () => {
    const { list, asked, close, open } = await openList(people(1_000))
    const other = open()
    close()
    list.loadRange({ start: 500, end: 520 })
    expect(await asked()).toEqual([[500, 50]])
    other()
    expect(await asked()).toEqual([])
  })
})

describe('the changes that wait in a list', () => {
  it('are not one’s own, while those are being saved and after', async () => {
    let release = () => {}
    const held = () =>
      new Promise<void>((resolve) => {
        release = resolve
      })
    const setup = aWriter(3, (label) => (label === 'there' ? held() : Promise.resolve()))
    const { list, writes, server, open, state } = setup
    const revised = server.api.users.list
    let revision = 1
    server.api.users.list = async (...given) => ({ ...(await revised(...given)), revision: `r${revision}` })
    open()
    await settle()
    await settle()
    const change = writes.changeRole('u1', 'admin')
    await settle()
    revision = 2
    server.others.remove('u2')
    await state.reread('users')
    await settle()
    expect(list.getSnapshot().changes).toBe(0)
    release()
    await change
    await settle()
    await settle()
    expect(list.getSnapshot().changes).toBe(1)
  })

  it('are at least one where the order seen is no longer the list’s, and each that came', async () => {
    const { list, server, answer, now } = await openList(people(100))
    server.change((users) => [aUser(500, { name: 'A' }), aUser(501, { name: 'B' }), ...users])
    void list.refetch()
    await answer()
    expect(now().changes).toBe(2)
    void list.applyChanges()
    await answer()
    expect(now().changes).toBe(0)
    server.change((users) => users.slice(1))
    void list.refetch()
    await answer()
    expect(now().changes).toBe(1)
  })

  it('are found by the order where a list has no revision', async () => {
    const { server, list, now, ...setup } = aList(people(3))
    setup.open()
    const without = async () => {
      await settle()
      for (const request of server.requests.splice(0)) request.answer(({ revision: _, ...window }) => window)
      await settle()
    }
    await without()
    expect(now().changes).toBe(0)
    server.touch((users) => users.toReversed())
    void list.refetch()
    await without()
    expect(now().changes).toBe(1)
    expect(setup.ids(0, 3)).toEqual(['u0', 'u1', 'u2'])
  })
})

describe('a response that is compared with its request', () => {
  const answer = (rows: User[], members: object = {}) =>
    ({ rows, offset: 0, total: 200, totalIs: 'exact', ...members }) as const

  it('is cut after the requested rows, in each of its windows', async () => {
    const setup = aList(people(400))
    setup.open()
    setup.list.loadRange({ start: 0, end: 100 })
    await settle()
    setup.server.requests.splice(0)[0]?.answer((window) => ({ ...window, rows: people(180) }))
    await settle()
    expect(setup.ids(98, 102)).toEqual(['u98', 'u99', undefined, undefined])
    expect(setup.events).toContainEqual({
      type: 'answer.inconsistent',
      resource: 'users',
      fault: 'too_many_rows',
    })
    const checked = checkAnswer(answer(people(60)), 0, 50)
    expect(checked.rows).toHaveLength(50)
    expect(checked.faults).toEqual(['too_many_rows'])
  })

  it('has no fault if it agrees with the request', () => {
    expect(checkAnswer(answer(people(50)), 0, 50)).toMatchObject({ faults: [], total: 200, totalIs: 'exact' })
    expect(checkAnswer(answer(people(2), { total: 2 }), 0, 50)).toMatchObject({ faults: [], total: 2 })
    expect(checkAnswer(answer([], { total: 0 }), 0, 50)).toMatchObject({ faults: [], total: 0, rows: [] })
    expect(checkAnswer(answer([], { offset: 300 }), 300, 50)).toMatchObject({ faults: [], rows: [] })
  })

  it('is exact only where it says so', () => {
    expect(checkAnswer(answer(people(50), { totalIs: 'atLeast' }), 0, 50)).toMatchObject({
      faults: [],
      total: 200,
      totalIs: 'atLeast',
    })
  })

  it('has a total that counts the rows before it and its own', () => {
    expect(checkAnswer(answer(people(50), { offset: 150, total: 120 }), 150, 50)).toMatchObject({
      faults: ['wrong_total'],
      total: 200,
      totalIs: 'atLeast',
    })
  })

  it('has a row for each place that the total counts', () => {
    expect(checkAnswer(answer(people(50), { offset: 150 }), 150, 50).faults).toEqual([])
    const short = checkAnswer(answer(people(48), { offset: 150 }), 150, 100)
    expect(short.rows).toHaveLength(50)
    expect(short.faults).toEqual(['missing_rows'])
  })
})

describe('the rows of a range', () => {
  const source = { total: 3, totalIs: 'exact', at: (index: number) => people(9)[index] } as const

  it('end with the list', () => {
    expect(readRows(source, { start: 1, end: 9 }).map(({ id }) => id)).toEqual(['u1', 'u2'])
    expect(readRows(source, { start: 1, end: 2 }).map(({ id }) => id)).toEqual(['u1'])
    expect(readRows(source, { start: 3, end: 9 })).toEqual([])
    const shorter = createRowSource(new Map([[0, people(9)]]), 3, 'exact')
    expect([shorter.at(2), shorter.at(3)]).toMatchObject([{ id: 'u2' }, undefined])
  })
})

describe('what a list keeps', () => {
  it('is read again only from half a minute on', async () => {
    const { list, clock, answer, asked } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    clock.advance(29_999)
    list.loadRange({ start: 0, end: 20 })
    expect(await asked()).toEqual([])
  })

  it('is one window ahead, up as well as down, and none past the ends', async () => {
    const { list, answer, asked } = await openList(people(1_000))
    const askedAt = async (start: number) => {
      list.loadRange({ start, end: start + 20 })
      const ranges = await asked()
      await answer()
      return ranges
    }
    expect(await askedAt(500)).toEqual([[500, 50]])
    expect(await askedAt(460)).toEqual([[400, 100]])
    expect(await askedAt(510)).toEqual([[550, 50]])
    expect(await askedAt(930)).toEqual([[900, 50]])
    expect(await askedAt(960)).toEqual([[950, 50]])
    expect(await askedAt(60)).toEqual([[50, 50]])
    expect(await askedAt(10)).toEqual([])
  })
})
