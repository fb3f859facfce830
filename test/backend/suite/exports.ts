import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'

const people = [
  { id: 'boss', roleId: 'admin', name: 'Boss' },
  { id: 'ada', name: 'Ada "the first"', teamIds: ['night'] },
  { id: 'ben', name: '=1+1', email: '-ben@example.com' },
]
const columns = ['name', 'email', 'role', 'teams', 'lastActive', 'custom.badge'].map((id) => ({
  id,
  label: id,
}))

/** Exports, through the HTTP API. */
export function exportSuite(current: () => OpenStore) {
  const exported = async (host: Awaited<ReturnType<typeof aHost>>, query: object, as = 'boss') =>
    host.send('POST', '/users/export', { as, body: { query, columns } })

  describe('an export', () => {
    it('is the filtered list in its order, quoted, guarded, and counted', async () => {
      const host = await aHost(
        current(),
        people.map((one) => ({ ...one, email: one.email ?? `${one.id}@example.com`, custom: { badge: 7 } })),
      )
      const response = await exported(host, { sort: '-name', roleIds: ['agent'] })
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
      expect(response.headers.get('roster-total')).toBe('2')
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
        '\uFEFF"name","email","role","teams","lastActive","custom.badge"\r\n' +
          '"Ada ""the first""","ada@example.com","Agent","Chat; Night shift","","7"\r\n' +
          `"'=1+1","'-ben@example.com","Agent","Chat","","7"\r\n`,
      )
      const id = response.headers.get('roster-export')
      const { body } = await host.ask('GET', `/exports/${id}`)
      expect(body).toEqual({ done: true, rows: 2, bytes: bytes.byteLength })
    })

    it('has empty cells for fields that no person has, whatever they are called', async () => {
      const host = await aHost(
        current(),
        people.map((one) => ({ ...one, custom: { badge: 7 } })),
      )
      const fields = ['custom.constructor', 'custom.__proto__', 'custom.badge']
      const body = { query: { search: 'Boss' }, columns: fields.map((id) => ({ id, label: '' })) }
      const response = await host.send('POST', '/users/export', { body })
      expect((await response.text()).split('\r\n')[1]).toBe('"","","7"')
    })

    it('reads each person once although the order moves, and no one who left', async () => {
      const many = Array.from({ length: 2_100 }, (_, index) => ({
        id: `u-${String(index).padStart(4, '0')}`,
      }))
      const host = await aHost(current(), [{ id: 'boss', roleId: 'admin' }, ...many])
      const response = await exported(host, { sort: 'lastActive' })
      const reader = response.body?.getReader()
      let text = ''
      for (let read = 0; ; read++) {
        const { done, value } = (await reader?.read()) ?? { done: true }
        if (done) break
        text += new TextDecoder().decode(value)
        // The first page is read: these two are on later ones.
        if (read === 1) {
          await host.ask('DELETE', '/users/u-2000')
          await host.ask('GET', '/session', { as: 'u-1500' })
        }
      }
      const names = text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0])
      expect(names).toHaveLength(2_100)
      expect(new Set(names).size).toBe(2_100)
      expect(names).not.toContain('"u-2000"')
    })

    it('breaks off where its session ends, and says how far it got', async () => {
      const many = Array.from({ length: 1_500 }, (_, index) => ({ id: `u-${index}` }))
      const host = await aHost(current(), [
        { id: 'boss', roleId: 'admin' },
        { id: 'manager', roleId: 'manager' },
        ...many,
      ])
      const response = await exported(host, {}, 'manager')
      const reader = response.body?.getReader()
      await reader?.read()
      await reader?.read()
      await host.ask('PUT', '/users/manager/role', { body: { roleId: 'agent' }, version: '0' })
      await expect(reader?.read()).rejects.toThrow()
      const found = await host.store.exports.find(host.company, response.headers.get('roster-export') ?? '')
      expect(found).toMatchObject({ done: false, rows: 1_000 })
      expect((await host.ask('GET', `/exports/${response.headers.get('roster-export')}`)).status).toBe(404)
    })

    it('that its reader leaves is not done', async () => {
      const host = await aHost(current(), people)
      const response = await exported(host, {})
      const id = response.headers.get('roster-export')
      await response.body?.cancel()
      await expect
        .poll(async () => (await host.ask('GET', `/exports/${id}`)).body)
        .toMatchObject({ done: false })
      expect((await host.ask('GET', '/exports/unknown')).status).toBe(404)
    })

    it('breaks off once the same person has begun five more', async () => {
      const host = await aHost(current(), people)
      const first = await exported(host, {})
      const reader = first.body?.getReader()
      await reader?.read()
      const more = []
      for (let index = 0; index < 5; index++) more.push(await exported(host, {}))
      await expect(reader?.read()).rejects.toThrow()
      for (const response of more)
        expect((await response.text()).split('\r\n')).toHaveLength(people.length + 2)
    })

    it('is refused for an unknown column', async () => {
      const host = await aHost(current(), people)
      const { status, body } = await host.ask('POST', '/users/export', {
        body: {
          query: {},
          columns: [
            { id: 'name', label: 'Name' },
            { id: 'password', label: 'P' },
          ],
        },
      })
      expect([status, body]).toMatchObject([400, { fields: [{ pointer: '/body/columns/1/id' }] }])
    })

    it('without users contains only the header', async () => {
      const host = await aHost(current(), people)
      const response = await exported(host, { search: 'nobody' })
      expect((await response.text()).split('\r\n')).toHaveLength(2)
    })
  })
}
