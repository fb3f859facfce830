import { addUser } from '../../../../backend/core/invitations/add-user.ts'
import { createMemoryStore } from '../../../../backend/core/memory/create-memory-store.ts'
import { seededRandom } from '../../../../mocks/people/random.ts'
import { toApiError } from '../../../../src/client/to-api-error.ts'
import type { Outcome } from '../../../../src/state/core/outcome.ts'
import { type RunOutcome, runAtOnce } from '../../../../src/state/runs/run-at-once.ts'
import { createManualClock } from '../../../state/manual-clock.ts'
import { aCompany } from '../../suite/a-company.ts'
import { aClient, accountOf, aServer } from './client.ts'
import { createModel, type ModelInvitation } from './model.ts'

const minute = 60_000
const week = 7 * 86_400_000
const emails = ['ada@model.example', 'ben@model.example', 'cy@model.example']
const actors = ['boss', 'manager']
const emailOf = (id: string) => `${id}@model.example`
const roleIds = ['agent', 'agent', 'manager', 'admin']

/**
 * Runs a random program through two clients and the server, and the same program in a pure model. Returns what differs
 * after a step, or breaks an invariant.
 */
export async function runProgram(seed: number, steps: number): Promise<string[]> {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const pick = <Item>(items: readonly Item[]) => items[upTo(items.length - 1)]
  const clock = createManualClock(Date.UTC(2026, 0, 5))
  const store = createMemoryStore({ clock: clock.now })
  const person = (id: string, roleId: string) => ({
    ...{ id, name: id, roleId, email: emailOf(id), accountId: accountOf(emailOf(id)) },
  })
  const own = aCompany([person('boss', 'admin'), person('manager', 'manager')])
  const foreign = aCompany([person('foreigner', 'admin')])
  const seats = upTo(1) ? 4 + upTo(2) : null
  await store.createCompany({ ...own, ...(seats !== null && { seats }) })
  await store.createCompany(foreign)
  const company = own.company.id
  const server = await aServer(store, clock)
  const clients = new Map(actors.map((id) => [id, aClient(server.apiOf(company, emailOf(id)), clock)]))
  const stranger = server.apiOf(foreign.company.id, emailOf('foreigner'))
  const unknown = await attempt(stranger.invitations.get('unknown'))
  const model = createModel(
    seats,
    own.users.map(({ id, email, roleId }) => ({ id, email, roleId, teamIds: [], isGone: false })),
  )
  for (const id of actors) model.signedIn.add(emailOf(id))

  /** Whether the last step did nothing but let time pass, and who looked at the lists before it. */
  let isOnlyLater = false
  let rested: string | undefined

  const differences: string[] = []
  const log: string[] = []
  const expectThat = (isSo: boolean, what: string) => {
    if (!isSo) differences.push(`seed ${seed}: ${what}, after ${log.join('; ')}`)
  }
  const expectEqual = (found: unknown, expected: unknown, what: string) => {
    const texts = [found, expected].map((value) => JSON.stringify(value))
    expectThat(texts[0] === texts[1], `${what}: the server has ${texts[0]}, the model ${texts[1]}`)
  }
  const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.error.code)
  /** What a run over one row came to. */
  function runVerdict(outcome: Outcome<RunOutcome>): string {
    if (!outcome.ok) return outcome.error.code
    const [failed] = outcome.value.failed
    return failed ? failed.code : outcome.value.done > 0 ? 'ok' : 'skipped'
  }

  const tokensOf = (one: ModelInvitation) =>
    Promise.all(
      Array.from({ length: one.generation }, (_, at) =>
        server.tokens.write({ companyId: company, invitationId: one.id, generation: at + 1 }),
      ),
    )

  async function act(actor: string, one: ModelInvitation | undefined, email: string) {
    const client = clients.get(actor)
    if (!client) return
    const { state, api, writes } = client
    const run = (...parameters: DropFirst<Parameters<typeof runAtOnce>>) => runAtOnce(state, ...parameters)
    const kind = upTo(13)
    isOnlyLater = false
    // What someone else has changed is a conflict, and shown as one. Here the person has seen it.
    if (kind === 6 || kind === 13) await client.rest()
    log.push(`${actor} ${kind} ${one ? model.invitations.indexOf(one) : '-'} ${email.slice(0, 3)}`)
    if (kind <= 2) {
      const [roleId = 'agent', teamIds] = [pick(roleIds), upTo(1) ? ['night'] : []]
      const expected = model.invite(actor, email, roleId)
      let [verdict, id] = ['ok', '']
      try {
        const request = { emails: [email.toUpperCase()], roleId, teamIds }
        const { results } = await api.invitations.invite(request, { intent: crypto.randomUUID() })
        const [result] = results
        if (result?.ok) id = result.invitation.id
        else verdict = result?.code ?? 'none'
      } catch (error) {
        verdict = toApiError(error).code
      }
      expectEqual(verdict, expected, 'inviting')
      if (verdict === 'ok') model.invited(id, actor, email, roleId, teamIds)
    } else if (kind === 3) {
      const ms = pick([minute + 1_000, minute + 1_000, week / 2, week]) ?? minute
      clock.advance(ms)
      model.advance(ms)
      isOnlyLater = true
    } else if (kind === 4 && one) {
      const expected = model.resend(actor, one)
      const isRun = upTo(1) === 1 && !one.end
      const verdict = isRun
        ? runVerdict(await run({ ids: [one.id] }, { kind: 'resend' }, 'invitations'))
        : await attempt(api.invitations.resend(one.id, { intent: crypto.randomUUID() }))
      expectEqual(verdict, isRun && expected === 'role_exceeds_yours' ? 'skipped' : expected, 'resending')
      if (verdict === 'ok') model.resent(one)
    } else if (kind === 5 && one) {
      const expected = model.remove(one)
      const isAct = upTo(1) === 1
      const verdict = isAct
        ? codeOf(await writes.deleteInvitation(one.id))
        : await attempt(api.invitations.delete(one.id, { intent: crypto.randomUUID() }))
      // For the person, one that is deleted already is deleted.
      expectEqual(verdict, isAct && expected === 'invitation_deleted' ? 'ok' : expected, 'deleting')
      if (expected === 'ok') model.removed(one)
    } else if (kind === 6 && one && !one.end) {
      const roleId = pick(roleIds) ?? 'agent'
      const isTeams = upTo(1) === 1
      const teamIds = one.teamIds.length > 0 ? [] : ['night']
      const expected = model.change(actor, one, isTeams ? one.roleId : roleId)
      const verdict = isTeams
        ? codeOf(
            await writes.changeTeams(one.id, {
              add: teamIds,
              remove: teamIds.length > 0 ? [] : ['night'],
            }),
          )
        : codeOf(await writes.changeRole(one.id, roleId))
      expectEqual(verdict, expected, 'changing an invitation')
      if (verdict === 'ok') model.changed(one, isTeams ? one.roleId : roleId, isTeams ? teamIds : one.teamIds)
    } else if (kind <= 8 && one) {
      const generation = Math.max(1, one.generation - upTo(1))
      const token = (await tokensOf(one))[generation - 1] ?? ''
      const expected = model.accept(one, generation)
      let [verdict, userId] = ['ok', '']
      try {
        userId = (await server.joinApiOf(one.email).join({ token })).userId
        const isAgain = model.users.some(({ id }) => id === userId)
        verdict = isAgain ? `again ${userId}` : 'ok'
      } catch (error) {
        verdict = toApiError(error).code
      }
      expectEqual(verdict, expected, 'accepting')
      if (verdict === 'ok') model.accepted(one, userId)
    } else if (kind === 9) {
      const expected = model.add(email)
      const added = await addUser(store, company, { email })
      const verdict = added.ok ? 'ok' : added.refused.code
      expectEqual(verdict, expected, 'adding')
      if (!added.ok) return
      model.added(added.answer.userId, email)
      const user = await store.user(company, added.answer.userId)
      server.accounts.set(email, user?.accountId ?? '')
    } else if (kind <= 11) {
      const target = pick(model.users.filter(({ id }) => id !== 'boss'))
      const deleteInvitations = upTo(1) === 1
      if (!target) return
      const expected = model.leave(actor, target.id)
      const outcome = await run({ ids: [target.id] }, { kind: 'delete', deleteInvitations })
      expectEqual(runVerdict(outcome), expected, 'deleting a user')
      const deletion = outcome.ok ? outcome.value.undo?.id : undefined
      if (expected === 'ok') model.left(deletion ?? '', target.id, deleteInvitations)
    } else if (kind === 12) {
      const deletion = pick(model.deletions.slice(-3))
      if (!deletion) return
      const expected = model.undo(actor, deletion)
      const outcome = await run({ undoOf: deletion.id }, { kind: 'undo' })
      expectEqual(runVerdict(outcome), expected, 'undoing')
      if (expected === 'ok') model.undone(deletion)
    } else if (kind === 13) {
      const target = pick(model.alive().filter(({ id }) => !actors.includes(id)))
      if (!target) return
      const roleId = pick(roleIds) ?? 'agent'
      const isTeams = upTo(1) === 1
      const expected = model.changeUser(actor, target.id, isTeams ? undefined : roleId)
      const remove = target.teamIds.includes('night')
      const difference = remove ? { add: [], remove: ['night'] } : { add: ['night'], remove: [] }
      const verdict = isTeams
        ? codeOf(await state.writes.changeTeams(target.id, difference))
        : codeOf(await state.writes.changeRole(target.id, roleId))
      expectEqual(verdict, expected, 'changing a user')
      if (verdict === 'ok') Object.assign(target, isTeams ? { teamIds: remove ? [] : ['night'] } : { roleId })
    }
  }

  /** What both sides show, and what must hold whatever was done (I1–I10, I12). */
  async function check(actor: string, one: ModelInvitation | undefined, email: string) {
    const listed = model.listed()
    const pending = listed.filter(model.isPending)
    const client = clients.get(actor)
    if (!client) return
    if (isOnlyLater && rested === actor)
      for (const row of client.invitations.getSnapshot().rows) {
        const known = listed.find(({ id }) => id === row.id)
        if (known) expectEqual(row.status, model.statusOf(known), 'a row turns when it expires')
      }
    await client.rest()
    rested = actor
    const shown = client.invitations.getSnapshot()
    const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expectEqual(
      shown.rows
        .map(({ id, status, role, teams = [] }) => ({
          ...{ id, status, role: role.id },
          teams: teams.flatMap((team) => (team.direct ? team.id : [])),
        }))
        .toSorted(order),
      listed
        .map((each) => ({
          ...{ id: each.id, status: model.statusOf(each), role: each.roleId, teams: each.teamIds },
        }))
        .toSorted(order),
      'I4 I12 the list of invitations',
    )
    expectEqual(shown.pending, pending.length, 'the pending ones')
    expectEqual(
      shown.rows.map(({ status }) => status),
      shown.rows
        .map(({ status }) => status)
        .toSorted()
        .toReversed(),
      'pending ones come first',
    )
    const people = client.users.getSnapshot().rows
    expectEqual(
      people.map(({ id, role }) => `${id} ${role.id}`).toSorted(),
      model
        .alive()
        .map(({ id, roleId }) => `${id} ${roleId}`)
        .toSorted(),
      'I12 the list of users',
    )
    expectEqual(
      people
        .flatMap(({ id, teams = [] }) => (teams.some((team) => team.id === 'night' && team.direct) ? id : []))
        .toSorted(),
      model
        .alive()
        .flatMap(({ id, teamIds }) => (teamIds.length > 0 ? id : []))
        .toSorted(),
      'I5 the members of a team',
    )
    const isOnce = (keys: string[]) => new Set(keys).size === keys.length
    expectThat(isOnce(pending.map((each) => each.email)), 'I1 one pending invitation to an address')
    expectThat(isOnce(people.map((each) => each.email)), 'I2 one user of an account')
    const roles = people.map(({ role }) => role.id)
    expectThat(roles.includes('admin'), 'I3 there is an Admin')
    expectThat(
      seats === null || people.length + pending.length <= seats,
      'users and pending invitations have seats',
    )

    const session = await attempt(server.apiOf(company, email).session.get())
    const isMember = model.alive().some((user) => user.email === email)
    if (model.signedIn.has(email)) expectEqual(session, 'ok', 'a member is signed in')
    else if (!isMember) expectThat(session !== 'ok', 'I5 nobody else has a session')
    if (!one) return
    const found = (await store.invitations.find(company, [one.id])).get(one.id)
    expectEqual(found?.end?.as ?? null, one.end, 'I4 what has ended stays ended')
    const history = await store.invitations.audit(company, one.id, 100)
    expectEqual(
      history?.map(({ action }) => action).toReversed(),
      one.history,
      'I10 each change is in the history',
    )
    const foreigner = await attempt(stranger.invitations.get(one.id))
    expectEqual(foreigner, unknown, 'I7 an invitation of another company is unknown')
  }

  for (let step = 0; step < steps && differences.length === 0; step++) {
    const isManaging = model.signedIn.has(emailOf('manager'))
    const actor = isManaging ? (pick(actors) ?? 'boss') : 'boss'
    const one = pick(model.invitations.slice(-4))
    const email = pick(emails) ?? ''
    await act(actor, one, email)
    if (differences.length === 0) await check(isManaging ? actor : 'boss', one, email)
  }
  const minted = (await Promise.all(model.invitations.map(tokensOf))).flat()
  for (const text of server.answers)
    expectThat(!minted.some((token) => text.includes(token)), 'I8 no answer has a token')
  for (const client of clients.values()) client.leave()
  server.end()
  return differences
}

/** The code of a refused call, or `ok`. */
const attempt = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error) => toApiError(error).code,
  )

type DropFirst<Parameters extends unknown[]> = Parameters extends [unknown, ...infer Rest] ? Rest : never
