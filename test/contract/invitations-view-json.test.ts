import { describe, expect, it } from 'vitest'
import { parseInvitationsViewJSON } from '../../src/contract/invitations-view-json.ts'

describe('parseInvitationsViewJSON', () => {
  it('reads what a view wrote', () => {
    const json = {
      search: 'ada',
      sort: 'email' as const,
      roleIds: ['agent'],
      teamIds: ['north'],
      statuses: ['expired' as const],
      deliveries: ['failed'],
      invitedBy: ['u1'],
      openInvitationId: 'i1',
      hiddenColumns: ['teams'],
      density: 'compact' as const,
    }
    expect(parseInvitationsViewJSON(json)).toEqual(json)
  })

  it.each([
    [null, {}],
    ['text', {}],
    [{ search: 4, sort: 'name', statuses: ['accepted', 1], deliveries: 'failed' }, {}],
    [{ sort: '-sent', roleIds: [], openInvitationId: '' }, {}],
    [{ statuses: ['pending', 'pending', 'deleted'] }, { statuses: ['pending'] }],
  ])('leaves out of %j what is invalid or has no effect', (json, view) => {
    expect(parseInvitationsViewJSON(json)).toEqual(view)
  })
})
