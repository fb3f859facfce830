import { ExplainedError } from '../../client/explained-error.ts'
import type { InvitationsApi } from '../../client/invitations-api.ts'
import type { InvitationChange } from '../../contract/invitation-writes.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { TeamRef } from '../../contract/users.ts'
import { withRole } from '../known-rows/with-role.ts'
import { withTeams } from '../known-rows/with-teams.ts'
import type { ActContext, PlannedWrite, RowAct } from '../row-writes/row-act.ts'
import { sendForVersion } from '../row-writes/send-for-version.ts'
import type { InvitationHooks } from './invitation-hooks.ts'
import { toInvitationWrite } from './invitation-write.ts'
import { type ReceivedInvitation, received } from './received-invitation.ts'

type Act<Input> = RowAct<ReceivedInvitation, Input, ReceivedInvitation, InvitationHooks>
type Planned = PlannedWrite<ReceivedInvitation, ReceivedInvitation>

/** Changes the role of an invitation. No email is sent. */
export const changeInvitationRole: Act<string> = {
  field: 'role',
  touches: ['invitationActivity'],
  plan: (context, roleId) => ({
    ...versioned(context, {
      change: () => ({ roleId }),
      isDone: ({ role }) => role.id === roleId,
      isSame: (a, b) => a.role.id === b.role.id,
    }),
    change: (invitation, catalogue) => withRole(invitation, roleId, catalogue),
  }),
  before: (hooks, write, roleId) => hooks.onBeforeInvitationChange?.({ ...toInvitationWrite(write), roleId }),
  after: (hooks, write, roleId, outcome) =>
    hooks.onAfterInvitationChange?.({ ...toInvitationWrite(write), roleId }, outcome),
}

/** Adds teams to an invitation and removes others. No email is sent. */
export const changeInvitationTeams: Act<Readonly<TeamsChange>> = {
  field: 'teams',
  touches: ['invitationActivity'],
  plan: (context, teams) => ({
    ...versioned(context, {
      change: ({ teams: before = [] }) => ({ teamIds: teamIdsAfter(before, teams) }),
      isDone: () => false,
      isSame: () => true,
    }),
    parts: [...teams.add, ...teams.remove],
    change: (invitation, catalogue) => withTeams(invitation, teams, catalogue),
  }),
  before: (hooks, write, teams) => hooks.onBeforeInvitationChange?.({ ...toInvitationWrite(write), teams }),
  after: (hooks, write, teams, outcome) =>
    hooks.onAfterInvitationChange?.({ ...toInvitationWrite(write), teams }, outcome),
}

/** The teams that the person will be added to, without those that come with the role. */
function teamIdsAfter(before: readonly TeamRef[], { add, remove }: Readonly<TeamsChange>): string[] {
  const direct = before.filter((team) => team.direct).map(({ id }) => id)
  return [...new Set([...direct, ...add])].filter((id) => !remove.includes(id))
}

interface VersionedChange {
  /** The request for an invitation as it is. */
  change(invitation: ReceivedInvitation): InvitationChange
  isDone(invitation: ReceivedInvitation): boolean
  /** Whether two versions are the same in what the change concerns. */
  isSame(a: ReceivedInvitation, b: ReceivedInvitation): boolean
}

/**
 * Sends the change with the version that the person saw, and again with a newer version if that only differs in other
 * fields.
 */
function versioned(
  { core, known, id }: ActContext<ReceivedInvitation>,
  { change, isDone, isSame }: VersionedChange,
): Pick<Planned, 'follow' | 'send'> {
  const { api, clock, signal } = core
  let base = known.find(id)?.row
  const isUntouched = (row: ReceivedInvitation) => base !== undefined && isSame(row, base)

  async function read({ get }: InvitationsApi): Promise<ReceivedInvitation> {
    if (!get) throw new ExplainedError('not_found', `The invitation "${id}" is not loaded.`)
    return known.learn(received(await get(id, { signal }), clock.now())).row
  }

  return {
    follow(_, invitation) {
      base = invitation
    },
    async send(intent) {
      const { invitations } = api
      if (!invitations?.change)
        throw new ExplainedError('unsupported', 'The port has no invitations.change().')
      const latest = known.find(id)?.row
      if (latest && (!base || isUntouched(latest))) base = latest
      return sendForVersion<ReceivedInvitation>({
        base: base ?? (await read(invitations)),
        async send(row) {
          base = row ?? (await read(invitations))
          const { version = '' } = base
          const saved = await invitations.change?.(id, change(base), { version, intent, signal })
          return received(saved ?? base, clock.now())
        },
        current: () => read(invitations),
        isDone,
        isUntouched,
      })
    },
  }
}
