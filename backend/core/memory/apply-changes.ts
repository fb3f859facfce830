import { foldUser } from '../../../src/base/fold.ts'
import type { EndReason, SessionRecord } from '../ports/records.ts'
import { splitChanges } from '../ports/split-changes.ts'
import type { Change, NewUser, UserChange } from '../ports/write.ts'
import { emailKey } from '../text/email-key.ts'
import { applyInvitation, type Writing } from './apply-invitation.ts'
import { endOnce } from './end-session.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryUser } from './memory-user.ts'
import { openFor } from './sessions.ts'

interface Staged {
  users: Map<string, Partial<MemoryUser>>
  added: MemoryUser[]
  left: string[]
  /** Sign-ins that get a session of a new user. */
  signedIn: { signInId: string; userId: string }[]
  ended: { session: SessionRecord; reason: EndReason }[]
  /** Accounts whose earlier sign-ins can't open sessions any more. */
  revoked: string[]
}

/**
 * Applies all changes, or throws before the first one and changes nothing. Returns the ids of the users who changed and
 * of those whose sessions ended.
 */
export function applyChanges(company: MemoryCompany, changes: Change[], writing: Writing) {
  const { revision, now } = writing
  const staged: Staged = { users: new Map(), added: [], left: [], signedIn: [], ended: [], revoked: [] }
  const { ofUsers, ofInvitations } = splitChanges(changes)
  for (const change of ofUsers) stage(company, change, staged, now)
  const { invitations } = company
  const kept = ofInvitations.length > 0 ? structuredClone([invitations, company.mail] as const) : undefined
  try {
    for (const change of ofInvitations) applyInvitation(company, change, writing)
  } catch (error) {
    if (kept) [company.invitations, company.mail] = kept
    throw error
  }

  for (const id of staged.left) noteLeft(company, id)
  for (const user of staged.added) company.users.add({ ...user, version: String(revision) })
  for (const [id, patch] of staged.users) {
    if (staged.added.some((user) => user.id === id)) company.membership++
    company.users.update(id, { ...patch, version: String(revision) })
    if (patch.deletedAt !== undefined) company.membership++
  }
  for (const { signInId, userId } of staged.signedIn) openFor(company, signInId, userId, now)
  for (const { session, reason } of staged.ended) endOnce(session, reason, now)
  for (const accountId of staged.revoked) company.revokedAt.set(accountId, now)
  const sessions = ofUsers.flatMap((change) => (change.kind === 'end_sessions' ? change.userId : []))
  return {
    users: [...staged.users.keys()],
    invitations: [...new Set(ofInvitations.map(({ invitationId }) => invitationId))],
    sessions: [...new Set(sessions)],
  }
}

function stage(company: MemoryCompany, change: UserChange, staged: Staged, now: Date) {
  if (change.kind === 'add_user') {
    stageNew(company, change.userId, change.user, staged, now)
    return
  }
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
      staged.left.push(user.id)
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

function stageNew(
  company: MemoryCompany,
  id: string,
  { name, email, roleId, teamIds, credentials, signIn, ...user }: NewUser,
  staged: Staged,
  now: Date,
) {
  const accountId = company.leftAccounts.get(emailKey(email)) ?? user.accountId
  known(company.catalogue.roles, roleId)
  for (const teamId of teamIds) known(company.catalogue.teams, teamId)
  if (company.users.member(accountId)) throw new Error(`The account "${accountId}" is a user already.`)
  const times = { joinedAt: now, lastActiveAt: null, deletedAt: null }
  const rest = { teamIds: [...teamIds], version: '0', ...foldUser({ name, email }) }
  staged.added.push({ id, accountId, name, email, roleId, ...times, ...rest })
  staged.users.set(id, {})
  const signInId = signIn?.id ?? credentials?.signIn.id
  if (signInId !== undefined) staged.signedIn.push({ signInId, userId: id })
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

function noteLeft({ users, leftAccounts }: MemoryCompany, id: string) {
  const user = users.get(id)
  if (user) leftAccounts.set(emailKey(user.email), user.accountId)
}
