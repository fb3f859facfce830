const minute = 60_000
const day = 86_400_000
const week = 7 * day

/** Roles of the company that only an Admin may give. */
const beyondManager = 'admin'

/** An invitation in the model. */
export interface ModelInvitation {
  id: string
  email: string
  roleId: string
  teamIds: string[]
  invitedBy: string
  generation: number
  askedAt: number
  expiresAt: number
  end: 'accepted' | 'joined_otherwise' | 'deleted' | 'replaced' | null
  /** The user who joined. */
  userId: string | null
  /** What was done to it, in order. */
  history: string[]
}

/** A user in the model, deleted or not. */
export interface ModelUser {
  id: string
  email: string
  roleId: string
  teamIds: string[]
  isGone: boolean
}

/** A deletion that may be undone. */
interface Deletion {
  id: string
  userId: string
  roleId: string
  teamIds: string[]
  at: number
  isUndone: boolean
}

/** The result of an act: `ok`, or the code of its refusal. */
export type Verdict = string

/**
 * What invitations and users of a company are, and what may be done to them, as plain data. Each act returns what the
 * server must say, and `apply` is what happens if it says so.
 */
export function createModel(seats: number | null, users: ModelUser[]) {
  let now = 0
  const invitations: ModelInvitation[] = []
  const deletions: Deletion[] = []
  /** When an email to an address was requested. */
  const requested = new Map<string, number[]>()
  /** Addresses whose account has an open session here. */
  const signedIn = new Set<string>()

  const isPending = (one: ModelInvitation) => !one.end && one.expiresAt > now
  const open = (email: string) => invitations.find((one) => one.email === email && !one.end)
  const member = (email: string) => users.find((user) => user.email === email && !user.isGone)
  const user = (id: string) => users.find((one) => one.id === id)
  const alive = () => users.filter(({ isGone }) => !isGone)
  const isFull = (more = 0) =>
    seats !== null && alive().length + invitations.filter(isPending).length + more >= seats
  const exceeds = (actor: string, ...roleIds: (string | undefined)[]) =>
    user(actor)?.roleId !== 'admin' && roleIds.includes(beyondManager)
  const isUsedUp = (email: string) => (requested.get(email) ?? []).filter((at) => at > now - day).length >= 5
  const request = (email: string) => requested.set(email, [...(requested.get(email) ?? []), now])

  const endedCode = ({ end }: ModelInvitation) =>
    end === 'deleted' ? 'invitation_deleted' : end === 'replaced' ? 'already_invited' : 'invitation_accepted'
  const statusOf = (one: ModelInvitation) =>
    one.end ? 'ended' : isPending(one) ? ('pending' as const) : ('expired' as const)

  function end(one: ModelInvitation, as: NonNullable<ModelInvitation['end']>, userId: string | null = null) {
    const actions = {
      accepted: 'accepted',
      joined_otherwise: 'closed',
      deleted: 'deleted',
      replaced: 'replaced',
    }
    Object.assign(one, { end: as, userId })
    one.history.push(`invitation_${actions[as]}`)
  }

  return {
    users,
    invitations,
    deletions,
    signedIn,
    alive,
    user,
    open,
    isPending,
    statusOf,
    get now() {
      return now
    },
    advance(ms: number) {
      now += ms
    },
    listed: () => invitations.filter((one) => !one.end && one.expiresAt > now - 90 * day),

    invite(actor: string, email: string, roleId: string): Verdict {
      if (exceeds(actor, roleId)) return 'role_exceeds_yours'
      if (member(email)) return 'already_user'
      const before = open(email)
      if (before && isPending(before)) return 'already_invited'
      if (isUsedUp(email)) return 'rate_limited'
      return isFull() ? 'seats_full' : 'ok'
    },
    invited(id: string, invitedBy: string, email: string, roleId: string, teamIds: string[]) {
      const before = open(email)
      if (before) end(before, 'replaced')
      request(email)
      const times = { askedAt: now, expiresAt: now + week }
      const rest = { generation: 1, end: null, userId: null, history: ['invitation_created'] }
      invitations.push({ id, email, roleId, teamIds, invitedBy, ...times, ...rest })
    },

    resend(actor: string, one: ModelInvitation): Verdict {
      if (one.end) return endedCode(one)
      if (exceeds(actor, one.roleId)) return 'role_exceeds_yours'
      if (member(one.email)) return 'already_user'
      if (now < one.askedAt + minute) return 'cooldown'
      if (!isPending(one) && isFull()) return 'seats_full'
      return isUsedUp(one.email) ? 'rate_limited' : 'ok'
    },
    resent(one: ModelInvitation) {
      request(one.email)
      Object.assign(one, { generation: one.generation + 1, askedAt: now, expiresAt: now + week })
      one.history.push('invitation_resent')
    },

    remove: (one: ModelInvitation): Verdict => (one.end ? endedCode(one) : 'ok'),
    removed: (one: ModelInvitation) => end(one, 'deleted'),

    change(actor: string, one: ModelInvitation, roleId = one.roleId): Verdict {
      if (one.end) return endedCode(one)
      return exceeds(actor, one.roleId, roleId) ? 'role_exceeds_yours' : 'ok'
    },
    changed(one: ModelInvitation, roleId: string, teamIds: string[]) {
      if (one.roleId === roleId && one.teamIds.join() === teamIds.join()) return
      Object.assign(one, { roleId, teamIds })
      one.history.push('invitation_changed')
    },

    accept(one: ModelInvitation, generation: number): Verdict {
      const joined = one.userId === null ? undefined : user(one.userId)
      if (one.end === 'accepted' || one.end === 'joined_otherwise')
        return joined && !joined.isGone ? `again ${joined.id}` : 'invitation_accepted'
      if (one.end === 'deleted') return 'invitation_deleted'
      if (one.end === 'replaced' || generation !== one.generation) return 'invitation_superseded'
      if (!isPending(one)) return 'invitation_expired'
      return seats !== null && alive().length >= seats ? 'seats_full' : 'ok'
    },
    accepted(one: ModelInvitation, userId: string) {
      end(one, 'accepted', userId)
      const { email, roleId, teamIds } = one
      users.push({ id: userId, email, roleId, teamIds, isGone: false })
      signedIn.add(email)
    },

    add(email: string): Verdict {
      if (member(email)) return 'already_user'
      const before = open(email)
      return isFull(before && isPending(before) ? -1 : 0) ? 'seats_full' : 'ok'
    },
    added(userId: string, email: string) {
      const before = open(email)
      if (before) end(before, 'joined_otherwise', userId)
      users.push({ id: userId, email, roleId: 'agent', teamIds: [], isGone: false })
    },

    /** Whether a deletion does something. */
    leave(actor: string, id: string): Verdict {
      const target = user(id)
      if (!target || target.isGone) return 'selection_empty'
      return id === actor || exceeds(actor, target.roleId) ? 'skipped' : 'ok'
    },
    left(deletion: string, id: string, deletesInvitations: boolean) {
      const target = user(id)
      if (!target) return
      const { roleId, teamIds, email } = target
      deletions.push({ id: deletion, userId: id, roleId, teamIds, at: now, isUndone: false })
      Object.assign(target, { isGone: true, teamIds: [] })
      signedIn.delete(email)
      if (deletesInvitations)
        for (const one of invitations) if (one.invitedBy === id && isPending(one)) end(one, 'deleted')
    },

    undo(actor: string, { userId, roleId, at, isUndone }: Deletion): Verdict {
      if (isUndone || now >= at + 10 * minute) return 'undo_expired'
      const target = user(userId)
      if (!target?.isGone) return 'ok'
      if (member(target.email)) return 'already_user'
      const invitation = open(target.email)
      if (invitation && isPending(invitation)) return 'already_invited'
      if (isFull()) return 'seats_full'
      return exceeds(actor, roleId) ? 'role_exceeds_yours' : 'ok'
    },
    undone(deletion: Deletion) {
      const { userId, roleId, teamIds } = deletion
      deletion.isUndone = true
      Object.assign(user(userId) ?? {}, { isGone: false, roleId, teamIds })
    },

    changeUser(actor: string, id: string, roleId?: string): Verdict {
      const target = user(id)
      if (!target || target.isGone) return 'not_found'
      return exceeds(actor, target.roleId, roleId) ? 'role_exceeds_yours' : 'ok'
    },
  }
}
