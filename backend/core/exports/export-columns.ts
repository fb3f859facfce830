import type { ExportColumn } from '@aicx/roster/contract'
import type { Catalogue, UserRecord } from '../ports/records.ts'
import { Refused } from '../ports/refused.ts'
import { teamsOf } from '../rules/teams-of.ts'

type Read = (user: UserRecord, catalogue: Catalogue) => string

const known: Record<string, Read> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  role: ({ roleId }, { roles }) => roles.find(({ id }) => id === roleId)?.name ?? '',
  teams: (user, { teams }) =>
    teamsOf(user, teams)
      .map(({ name }) => name)
      .join('; '),
  lastActive: ({ lastActiveAt }) => lastActiveAt?.toISOString() ?? '',
  joined: ({ joinedAt }) => joinedAt.toISOString(),
}

const custom =
  (field: string): Read =>
  ({ custom: fields = {} }) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined
    if (value === undefined || value === null) return ''
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }

/** A column of a file, with how its cells are read. */
export interface FileColumn {
  label: string
  read: Read
}

/** The requested columns. Refuses those that the backend does not know. */
export const exportColumns = (columns: readonly ExportColumn[]): FileColumn[] =>
  columns.map(({ id, label }, index) => {
    const [, field] = /^custom\.(.+)$/s.exec(id) ?? []
    const read = field === undefined ? (Object.hasOwn(known, id) ? known[id] : undefined) : custom(field)
    if (read) return { label, read }
    const detail = `must be one of ${Object.keys(known).join(', ')} or custom.<field>`
    throw new Refused('invalid_body', { fields: [{ pointer: `/body/columns/${index}/id`, detail }] })
  })
