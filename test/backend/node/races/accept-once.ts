import { accept, openInvitation, stateOf, wonOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/** One link is accepted several times at once, at two instances: one user joins. */
export async function acceptOnceRound(races: Races, round: number) {
  const { company, id } = await openInvitation(races)
  const outcomes = await Promise.all(
    Array.from({ length: races.contenders(round) }, (_, index) => accept(races.at(index), company, id)),
  )
  const { end, users } = await stateOf(races, company, id)
  const others = outcomes.filter(({ status }) => status !== 200)
  const isWhole =
    wonOf(outcomes) === 1 &&
    others.every(({ code }) => code === 'invitation_accepted') &&
    end === 'accepted' &&
    users === 1
  return { outcomes, isWhole }
}
