import type { Freeze } from '../ports/selections.ts'
import { listedInvitations } from './list-invitations.ts'
import { listUsers } from './list-users.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryRow } from './memory-selection.ts'
import { toRecord } from './to-record.ts'

type Chosen = Pick<MemoryRow, 'userId' | 'roleId' | 'before' | 'origin'>

/** The rows of a new selection in their order, with the skipped ones last. It stops after one more than the maximum. */
export function freezeRows(company: MemoryCompany, freeze: Freeze, now: Date): MemoryRow[] {
  const { self, beyond, lastAdmin } = freeze.skips
  let admins = 0
  const skipOf = ({ userId, roleId }: Chosen): MemoryRow['skip'] => {
    if (userId === self) return 'self'
    if (roleId !== null && beyond.includes(roleId)) return 'role_exceeds_yours'
    if (lastAdmin && roleId === lastAdmin.roleId && ++admins >= lastAdmin.count) return 'last_admin'
    return null
  }
  const rows = chosen(company, freeze, now).map((row) => ({ ...row, skip: skipOf(row) }))
  const ordered = [...rows.filter(({ skip }) => !skip), ...rows.filter(({ skip }) => skip)]
  return ordered.map((row, place) => ({ ...row, place, result: null, isUndone: false }))
}

function chosen(company: MemoryCompany, { of, most, resource }: Freeze, now: Date): Chosen[] {
  const roleOf = (id: string) => {
    if (resource === 'users') return toRecord(company.users.get(id))?.roleId
    const invitation = company.invitations.get(id)
    return invitation?.end ? undefined : invitation?.roleId
  }
  const living = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const roleId = roleOf(id)
      return roleId === undefined ? [] : { userId: id, roleId, before: null, origin: null }
    })
  if ('ids' in of) return living(of.ids)
  if ('invitations' in of) {
    const listed = listedInvitations(company, of.invitations, now).map(({ id }) => id)
    return living(listed.filter((id) => !of.except.includes(id)).slice(0, most + 1))
  }
  if ('listing' in of) {
    const except = new Set(of.except)
    const limit = most + except.size + 1
    const { users } = listUsers(company, { ...of.listing, limit, from: { offset: 0 } })
    const left = users.filter(({ id }) => !except.has(id)).slice(0, most + 1)
    return left.map(({ id, roleId }) => ({ userId: id, roleId, before: null, origin: null }))
  }
  const rowsOf = (id: string) => company.selections.get(id)?.rows ?? []
  const failedOf = (id: string) =>
    rowsOf(id).filter(({ result }) => result?.outcome === 'failed' && result.code !== 'changed_since')
  if ('failedOf' in of) return living(failedOf(of.failedOf).map(({ userId }) => userId))
  const origins =
    of.failedIn === undefined ? null : new Set(failedOf(of.failedIn).map(({ origin }) => origin))
  return rowsOf(of.undoOf).flatMap(({ place, userId, result, isUndone }) =>
    isUndone || !result?.before || origins?.has(place) === false
      ? []
      : { userId, roleId: null, before: result.before, origin: place },
  )
}
