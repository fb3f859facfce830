import type { EndReason, SessionRecord } from '../ports/records.ts'
import type { Change } from '../ports/write.ts'
import { endOnce } from './end-session.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryUser } from './memory-user.ts'

interface Staged {
  users: Map<string, Partial<MemoryUser>>
  ended: { session: SessionRecord; reason: EndReason }[]
  /** Accounts whose earlier sign-ins open no more sessions. */
  revoked: string[]
}

/**
 * Applies all changes, or throws before the first and applies none. Returns the ids of the users who changed and of
 * those whose sessions ended.
 */
export function applyChanges(company: MemoryCompany, changes: Change[], revision: number, now: Date) {
  const staged: Staged = { users: new Map(), ended: [], revoked: [] }
  for (const change of changes) stage(company, change, staged, now)

  for (const [id, patch] of staged.users) {
    company.users.update(id, { ...patch, version: String(revision) })
    if (patch.deletedAt !== undefined) company.membership++
  }
  for (const { session, reason } of staged.ended) endOnce(session, reason, now)
  for (const accountId of staged.revoked) company.revokedAt.set(accountId, now)
  const sessions = changes.flatMap((change) => (change.kind === 'end_sessions' ? change.userId : []))
  return { users: [...staged.users.keys()], sessions: [...new Set(sessions)] }
}

function stage(company: MemoryCompany, change: Change, staged: Staged, now: Date) {
  const user = company.users.get(change.userId)
  if (!user || Boolean(user.deletedAt) !== (change.kind === 'restore_user'))
    throw new Error(`There is no user "${change.userId}".`)
  const patch = (fields: Partial<MemoryUser>) =>
    staged.users.set(user.id, { ...staged.users.get(user.id), ...fields })
  switch (change.kind) {
    case 'set_role':
      known(company.catalogue.roles, change.roleId)
      patch({ roleId: change.roleId })
      break
    case 'change_teams': {
      for (const id of change.add) known(company.catalogue.teams, id)
      const before = staged.users.get(user.id)?.teamIds ?? user.teamIds
      const joined = new Set([...before, ...change.add])
      patch({ teamIds: [...joined].filter((id) => !change.remove.includes(id)) })
      break
    }
    case 'delete_user':
      patch({ teamIds: [], deletedAt: now })
      endSessions(company, user, 'revoked', staged)
      break
    case 'restore_user':
      known(company.catalogue.roles, change.roleId)
      for (const id of change.teamIds) known(company.catalogue.teams, id)
      if (company.users.member(user.accountId)) throw new Error(`The account of "${user.id}" is back.`)
      patch({ roleId: change.roleId, teamIds: change.teamIds, deletedAt: null })
      break
    case 'end_sessions':
      endSessions(company, user, change.reason, staged, change.except)
  }
}

function known(things: { id: string }[], id: string) {
  if (!things.some((thing) => thing.id === id)) throw new Error(`The company has no role or team "${id}".`)
}

function endSessions(
  company: MemoryCompany,
  { id, accountId }: MemoryUser,
  reason: EndReason,
  staged: Staged,
  except?: string,
) {
  for (const session of company.sessions.values())
    if (session.userId === id && session.id !== except) staged.ended.push({ session, reason })
  if (reason === 'revoked') staged.revoked.push(accountId)
}
