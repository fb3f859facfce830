import { joining, openInvitation, stateOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/** A link is accepted while the invitation is deleted, or resent: one of both happens, and never half of it. */
export async function acceptOrEndRound(races: Races, round: number, isDeleting: boolean) {
  const scene = await openInvitation(races)
  const accepting = await joining(races, scene, round % 4 < 2 ? scene.name : null)
  const ending = isDeleting ? scene.deleting() : scene.resending()
  const outcomes = await races.race(scene.company, round % 2 ? [accepting, ending] : [ending, accepting])
  const [joined, ended] = round % 2 ? outcomes : outcomes.toReversed()
  const { end, users, queued, generation } = await stateOf(races, scene)
  const hasJoined = joined?.status === 200
  const hasEnded = ended?.status === 200
  const after = isDeleting ? 'deleted' : null
  const isExplained = hasJoined
    ? ended?.code === 'invitation_accepted'
    : joined?.code === (isDeleting ? 'invitation_deleted' : 'invitation_superseded')
  const isWhole =
    hasJoined !== hasEnded &&
    isExplained &&
    end === (hasJoined ? 'accepted' : after) &&
    generation === (hasEnded && !isDeleting ? 2 : 1) &&
    users === Number(hasJoined) &&
    queued.length === Number(hasEnded && !isDeleting)
  return { outcomes, isWhole }
}
