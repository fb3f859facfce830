import { describe, expect, it } from 'vitest'
import { aList, settle } from './a-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))

describe('a list of users whose server errs', () => {
  async function answerWith(
    change: Parameters<ReturnType<typeof aList>['server']['requests'][0]['answer']>[0],
  ) {
    const setup = aList(people(120))
    setup.open()
    await settle()
    setup.server.requests.splice(0)[0]?.answer(change)
    await settle()
    const faults = () =>
      setup.events.flatMap((event) => (event.type === 'answer.inconsistent' ? event.fault : []))
    return { ...setup, faults }
  }

  it('ignores rows beyond those requested', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, rows: people(90) }))
    expect(ids(49, 51)).toEqual(['u49', undefined])
    expect(faults()).toEqual(['too_many_rows'])
  })

  it('trusts the offset that it requested', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, offset: 70 }))
    expect(ids(0, 1)).toEqual(['u0'])
    expect(faults()).toEqual(['wrong_offset'])
  })

  it.each([-1, Number.NaN, 1.5, 3])(
    'counts at least the rows that arrived if the total is %s',
    async (total) => {
      const { now, faults } = await answerWith((window) => ({ ...window, total }))
      expect(now().source).toMatchObject({ total: 50, totalIs: 'atLeast' })
      expect(faults()).toEqual(['wrong_total'])
    },
  )

  it('keeps the places of rows that did not come', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, rows: window.rows.slice(0, 2) }))
    expect(ids(0, 4)).toEqual(['u0', 'u1', '?', '?'])
    expect(faults()).toEqual(['missing_rows'])
  })

  it('shows a row once that came twice, and reports the fault once', async () => {
    const { list, server, ids, faults } = await answerWith((window) => ({
      ...window,
      rows: [aUser(0), ...window.rows.slice(0, 49)],
    }))
    expect(ids(0, 3)).toEqual(['u0', '?', 'u1'])
    void list.refetch()
    await settle()
    server.requests.splice(0)[0]?.answer((window) => ({ ...window, rows: Array(50).fill(aUser(0)) }))
    await settle()
    expect(faults()).toEqual(['repeated_rows'])
  })

  it('keeps the place of an unreadable row and reports it once', async () => {
    const broken = { unreadable: true, id: 'u1', issue: 'role: missing' } as const
    const spoil = (row: { id?: string }) => row.id === 'u1'
    const { list, server, ids, idsOfRows, events } = await answerWith((window) => ({
      ...window,
      rows: window.rows.map((row) => (spoil(row) ? broken : row)),
    }))
    expect(ids(0, 3)).toEqual(['u0', '?', 'u2'])
    expect(idsOfRows()).toHaveLength(49)
    void list.refetch()
    await settle()
    server.requests.splice(0)[0]?.answer((window) => ({
      ...window,
      rows: window.rows.map((row) => (spoil(row) ? broken : row)),
    }))
    await settle()
    expect(events.filter(({ type }) => type === 'row.unreadable')).toEqual([
      { type: 'row.unreadable', resource: 'users', index: 1, id: 'u1', issue: 'role: missing' },
    ])
  })

  it('shows an error if the response isn’t a window', async () => {
    const { now } = await answerWith(() => JSON.parse('{}'))
    expect(now()).toMatchObject({ status: 'error', error: { code: 'unknown' } })
  })

  it('survives a range that makes no sense', async () => {
    const { list, now } = await answerWith((window) => window)
    for (const start of [Number.NaN, -5, Infinity]) {
      list.loadRange({ start, end: Number.NaN })
      list.showPage({ start, end: -1 })
    }
    expect(now().status).toBe('ready')
  })
})
