import { describe, expect, it } from 'vitest'
import {
  type ComparedCatalogue,
  compareRoles,
} from '../../../../src/components/user-panel/role/compare-roles.ts'
import type { Role } from '../../../../src/contract/roles.ts'

const role = (id: string, ...permissions: string[]): Role => ({
  id,
  name: id,
  description: '',
  type: 'company',
  permissions,
  isDefault: false,
  actions: { assign: { allowed: true } },
})

const permission = (id: string, label: string) => ({ id, label, kind: 'operational' as const, group: '' })

const catalogue: ComparedCatalogue = {
  roles: [role('billing', 'invoices', 'plan', 'chats'), role('lead', 'new_one', 'teams', 'chats', 'report')],
  teams: [
    { id: 'desk', name: 'Billing desk', roleIds: ['billing'] },
    { id: 'up', name: 'Escalations', roleIds: ['lead'] },
    { id: 'all', name: 'Everyone', roleIds: ['billing', 'lead'] },
  ],
  permissions: [
    permission('report', 'View reports'),
    permission('teams', 'Manage teams'),
    permission('plan', 'Manage plan'),
    permission('invoices', 'View invoices'),
  ],
}

const change = (memberOf: Parameters<typeof compareRoles>[1]['memberOf'] = [], from = 'billing') =>
  compareRoles(catalogue, { from, to: 'lead', memberOf })

describe('compareRoles', () => {
  it('names what is gained and lost in the order of display, and a permission without a label by its id', () => {
    expect(change().gained).toEqual(['View reports', 'Manage teams', 'new_one'])
    expect(change().lost).toEqual(['Manage plan', 'View invoices'])
  })

  it('leaves and joins the teams of either role, not those of both', () => {
    expect(change()).toMatchObject({ left: ['Billing desk'], joined: ['Escalations'] })
  })

  it('keeps a team that was joined by hand', () => {
    const byHand = { name: '', direct: true, viaRole: false }
    expect(change([{ id: 'desk', ...byHand, viaRole: true }]).left).toEqual([])
    expect(change([{ id: 'up', ...byHand }]).joined).toEqual([])
  })

  it('says no loss where the present role is not known', () => {
    expect(change([], 'gone').lost).toBeUndefined()
    expect(change([], 'gone').gained).toHaveLength(4)
  })
})
