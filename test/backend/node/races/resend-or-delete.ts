import { openInvitation, stateOf, wonOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/** An invitation is resent and deleted at once, by two people each: it ends, and no email is left to be sent. */
export async function resendOrDeleteRound(races: Races) {
  const scene = await openInvitation(races)
  const { resending, deleting } = scene
  const outcomes = await races.race(scene.company, [
    resending(),
    resending('deputy'),
    deleting(),
    deleting('deputy'),
  ])
  const [resent, deleted] = [wonOf(outcomes.slice(0, 2)), wonOf(outcomes.slice(2))]
  const { end, generation, queued } = await stateOf(races, scene)
  const isWhole =
    deleted === 1 && resent <= 1 && end === 'deleted' && generation === 1 + resent && queued.length === 0
  return { outcomes, isWhole }
}
