import { expect, it } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'

const now = Date.parse('2026-03-14T14:20:00Z')

it('a mocked company has pending, failed and expired invitations, by several people', async () => {
  const { store, company } = await createMocks({ clock: () => now })
  const everything = { terms: [], roleIds: [], teamIds: [], statuses: [], deliveries: [], invitedBy: [] }
  const listing = { ...everything, sort: 'sent' as const, descending: true, offset: 0, limit: 10 }
  const { invitations, total, pending } = await store.invitations.list(company, listing)
  expect({ total, pending }).toEqual({ total: 6, pending: 4 })
  expect(invitations.map(({ email, delivery }) => `${email} ${delivery.state}`)).toEqual([
    'hyunwoo.park@acme.example sent',
    'giulia.romano@acme.example sent',
    'ama.mensah@acme.example queued',
    'k.novak@partners.example failed',
    'noura.alharbi@acme.example sent',
    'britta.lindqvist@acme.example sent',
  ])
  expect(new Set(invitations.map(({ invitedBy }) => invitedBy.name)).size).toBe(3)
})
