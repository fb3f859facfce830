import { joining, openInvitation, stateOf } from './invitation-scene.ts'
import type { Races } from './open-races.ts'

/**
 * A link is accepted while its role and its team vanish, under the company's lock: the person joins with both, or with
 * the default role and without the team. A user whose role vanished keeps the row from being deleted.
 */
export async function acceptOrVanishRound(races: Races, round: number) {
  const scene = await openInvitation(races, 'manager')
  const { company } = scene
  const accepting = await joining(races, scene, round % 2 ? scene.name : null)
  const vanishing = races
    .sql(
      `with held as (update companies set revision = revision + 1 where id = $1 returning id),
        gone_team as (delete from team_members m using held where m.company_id = held.id and m.team_id = 'night'),
        gone as (delete from team_roles x using held where x.company_id = held.id and x.role_id = 'manager')
      delete from roles r using held where r.company_id = held.id and r.id = 'manager' returning r.id`,
      [company],
    )
    .then(
      ({ rowCount }) => rowCount === 1,
      () => false,
    )
  const [outcomes, hasVanished] = await Promise.all([races.race(company, [accepting]), vanishing])
  const { end, users, roleId } = await stateOf(races, scene)
  const isWhole =
    outcomes[0]?.status === 200 &&
    end === 'accepted' &&
    users === 1 &&
    roleId === (hasVanished ? 'agent' : 'manager')
  return { outcomes, isWhole }
}
