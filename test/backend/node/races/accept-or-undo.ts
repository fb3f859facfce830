import { randomUUID } from 'node:crypto'
import { inviteOne, joining, newcomer, stateOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'
import { freezeUndo } from './undo-or-return.ts'

/**
 * A person was deleted and invited again. They accept while the deletion is undone, twice: they are one user, and the
 * undo is refused, since they are invited or back. In every other round the invitation is deleted at the same time.
 */
export async function acceptOrUndoRound(races: Races, round: number) {
  const { store, createCompany, race } = races
  const company = await createCompany([{ id: 'boss', roleId: 'admin' }])
  const name = newcomer()
  const first = { company, name, id: await inviteOne(races, company, name) }
  const [joined] = await race(company, [await joining(races, first)])
  const userId = joined?.body.userId ?? ''
  const deletion = randomUUID()
  await race(company, [
    { as: 'boss', method: 'DELETE', path: `/users/${userId}`, intent: deletion, body: undefined },
  ])
  const second = { company, name, id: await inviteOne(races, company, name) }
  const undoing = await freezeUndo(store, company, deletion, 'boss')
  const deleting = {
    as: 'boss',
    method: 'DELETE',
    path: `/invitations/${second.id}`,
    intent: randomUUID(),
    body: undefined,
  }
  const isDeleting = round % 2 === 0
  const outcomes = await race(company, [
    await joining(races, second),
    undoing,
    ...(isDeleting ? [deleting] : []),
  ])
  const [again, undone, ended] = outcomes
  const { end, users } = await stateOf(races, second)
  // A link that is opened before its deletion and used after the undo names the member who is back.
  const isMember = again?.body.userId === userId
  const isBack = again?.status === 200 && !isMember
  const isRestored = undone?.body.selection?.failed === 0
  const hasEnded = ended?.status === 200
  const isWhole =
    second.id !== '' &&
    undone?.status === 200 &&
    !(isBack && isRestored) &&
    isBack !== hasEnded &&
    (!isMember || isRestored) &&
    (isDeleting || (isBack && !isRestored)) &&
    end === (isBack ? 'accepted' : 'deleted') &&
    users === Number(isBack || isRestored)
  return { outcomes, isWhole }
}
