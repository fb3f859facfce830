import { freezeSelection } from '../../suite/freeze-selection.ts'
import { joining, openInvitation, stateOf } from './invitation-scene.ts'
import type { Contender, Races } from './open-races.ts'

/**
 * A link is accepted while the user who sent it is deleted. The person joins, unless the deletion was to include the
 * invitations of that user and came first.
 */
export async function acceptOrDeleteInviterRound(races: Races, round: number) {
  const { store, race } = races
  const scene = await openInvitation(races, 'agent', 'manager')
  const { company } = scene
  const deletesInvitations = round % 2 === 0
  const id = await freezeSelection(store, company, { madeBy: 'boss', of: { ids: ['manager'] } })
  const step: Contender = {
    as: 'boss',
    method: 'POST',
    path: `/selections/${id}/chunks`,
    intent: `${id}.0`,
    body: { from: 0, ...(deletesInvitations && { deleteInvitations: true }) },
  }
  const accepting = await joining(races, scene, round % 4 < 2 ? scene.name : null)
  const outcomes = await race(company, [step, accepting])
  const [deleted, joined] = outcomes
  const { end, users } = await stateOf(races, scene)
  const hasJoined = joined?.status === 200
  const isExpected = hasJoined || (deletesInvitations && joined?.code === 'invitation_deleted')
  const isWhole =
    deleted?.status === 200 &&
    deleted.body.selection?.failed === 0 &&
    (await store.user(company, 'manager')) === null &&
    isExpected &&
    end === (hasJoined ? 'accepted' : 'deleted') &&
    users === Number(hasJoined)
  return { outcomes, isWhole }
}
