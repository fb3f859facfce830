import { joining, openInvitation, stateOf, wonOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/**
 * One link is accepted several times at once, at two instances: one user joins. In every other round it is one account
 * in several tabs, and each tab gets the same answer. In the others, people choose different passwords, and one wins.
 */
export async function acceptOnceRound(races: Races, round: number) {
  const scene = await openInvitation(races)
  const isOneAccount = round % 4 < 2
  const request = () => joining(races, scene, isOneAccount ? scene.name : null)
  const requests = await Promise.all(Array.from({ length: races.contenders(round) }, request))
  const outcomes = await races.race(scene.company, requests)
  const { end, users } = await stateOf(races, scene)
  const others = outcomes.filter(({ status }) => status !== 200)
  const joined = new Set(outcomes.flatMap(({ body }) => body.userId ?? []))
  const isWhole =
    wonOf(outcomes) === (isOneAccount ? outcomes.length : 1) &&
    others.every(({ code }) => code === 'invitation_accepted') &&
    joined.size === 1 &&
    end === 'accepted' &&
    users === 1
  return { outcomes, isWhole }
}
