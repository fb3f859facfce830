import { accept, openInvitation, stateOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/** A link is accepted while the invitation is deleted, or resent: one of both happens, and never half of it. */
export async function acceptOrEndRound(races: Races, round: number) {
  const { company, id, resending, deleting } = await openInvitation(races)
  const isDeleting = round % 2 === 0
  const [joined, [ended]] = await Promise.all([
    accept(races.at(round), company, id),
    races.race(company, [isDeleting ? deleting() : resending()]),
  ])
  const { end, users, queued } = await stateOf(races, company, id)
  const hasJoined = joined.status === 200
  const hasEnded = ended?.status === 200
  const after = isDeleting ? 'deleted' : null
  const isWhole =
    hasJoined !== hasEnded &&
    end === (hasJoined ? 'accepted' : after) &&
    users === Number(hasJoined) &&
    queued.length === Number(hasEnded && !isDeleting)
  return { outcomes: [joined, ...(ended ? [ended] : [])], isWhole }
}
