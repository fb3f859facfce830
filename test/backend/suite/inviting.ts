import { randomUUID } from 'node:crypto'
import { decideInvite, keysOf } from '../../../backend/core/invitations/decide-invite.ts'
import { invitationRuleOf } from '../../../backend/core/invitations/row-rule-of.ts'
import type { Plan } from '../../../backend/core/ports/write.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import type { RowRule } from '../../../backend/core/rules/row-rule.ts'
import type { Rule } from '../../../backend/core/rules/rule.ts'
import type { InviteRequest } from '../../../src/contract.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'
import { everyInvitation } from './every-invitation.ts'

/** A company in a store, and the writes about its invitations by the user `u1`, who is an Admin. */
export async function aCompanyThatInvites({ store }: Pick<OpenStore, 'store'>, seats?: number) {
  const founded = aCompany([
    { id: 'u1', name: 'Ada', roleId: 'admin' },
    { id: 'u2', name: 'Grace', roleId: 'manager' },
    { id: 'u3', name: 'Bob' },
  ])
  await store.createCompany({ ...founded, ...(seats !== undefined && { seats }) })
  const { id } = founded.company

  const write = <Answer>(
    invitations: NonNullable<Plan<Answer>['invitations']>,
    rule: Rule<Answer>,
    actor = 'u1',
    userIds: string[] = [],
  ) =>
    store.write(id, anIntent({ actor: { kind: 'user', id: actor } }), {
      userIds,
      invitations,
      decide: (facts) => rule(facts, productPermissions),
    })

  const single =
    (rule: RowRule, rowId: string): Rule<null> =>
    (facts, product) => {
      const decision = rule(facts, { userId: rowId, before: null }, product)
      return 'refused' in decision ? decision : { ...decision, answer: null }
    }

  const row = (kind: 'delete' | 'resend', invitationId: string, actor?: string) => {
    const rule = invitationRuleOf({ kind })
    if (!rule) throw new Error('There is no rule.')
    return write({ ids: [invitationId], keys: [] }, single(rule, invitationId), actor)
  }

  async function invite(request: InviteRequest | string[], actor?: string) {
    const asked = Array.isArray(request) ? { emails: request } : request
    const ids = asked.emails.map(() => randomUUID())
    const keys = { ids: [], keys: keysOf(asked.emails) }
    const written = await write(keys, decideInvite(asked, ids), actor)
    if (!written.ok) throw new Error(written.refused.code)
    return written.answer
  }

  return {
    id,
    store,
    founded,
    write,
    invite,
    /** Invites one address, and returns the id of the invitation. */
    async inviteOne(email: string, request: Partial<InviteRequest> = {}) {
      const [result] = await invite({ ...request, emails: [email] })
      if (!result?.ok) throw new Error(`${email} was not invited: ${result?.code}`)
      return result.id
    },
    resend: (invitationId: string, actor?: string) => row('resend', invitationId, actor),
    delete: (invitationId: string, actor?: string) => row('delete', invitationId, actor),
    list: (listing: Partial<typeof everyInvitation> = {}) =>
      store.invitations.list(id, { ...everyInvitation, ...listing }),
    async find(invitationId: string) {
      const found = (await store.invitations.find(id, [invitationId])).get(invitationId)
      if (!found) throw new Error(`There is no invitation ${invitationId}.`)
      return found
    },
  }
}
