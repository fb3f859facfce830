import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../../../backend/core/ports/store.ts'
import { reach } from '../../../reach.ts'
import { acceptOnceRound } from './accept-once.ts'
import { acceptOrDeleteInviterRound } from './accept-or-delete-inviter.ts'
import { acceptOrEndRound } from './accept-or-end.ts'
import { acceptOrUndoRound } from './accept-or-undo.ts'
import { acceptOrVanishRound } from './accept-or-vanish.ts'
import { checkThenAct } from './check-then-act.ts'
import { deleteEachOtherRound } from './delete-each-other.ts'
import { deleteOrChangeRound } from './delete-or-change.ts'
import { inviteOnceRound } from './invite-once.ts'
import { lastAdminRound } from './last-admin.ts'
import { lastSeatOfAllRound, lastSeatOfJoiningRound, lastSeatRound } from './last-seat.ts'
import { oneIntentRound } from './one-intent.ts'
import { oneRoleRound } from './one-role.ts'
import { type Outcome, openRaces, type Races, rounds, seed } from './open-races.ts'
import { resendOrDeleteRound } from './resend-or-delete.ts'
import { twoDriversRound } from './two-drivers.ts'
import { undoOrReturnRound } from './undo-or-return.ts'

const floor = 1_000
const timeout = 60_000 + rounds * 3_000

type Round = (
  races: Races,
  round: number,
) => Promise<{ outcomes: Outcome[]; isWhole: boolean; left?: number }>

/** Runs the rounds and adds up what came of them. */
async function run(round: Round, count: number, over?: (store: Store) => Store) {
  const races = await openRaces(over)
  onTestFinished(async () => void (await races.close()))
  const sum = { contenders: 0, won: 0, failed: 0, broken: 0, withoutAdmin: 0 }
  for (let index = 0; index < count; index++) {
    const { outcomes, isWhole, left } = await round(races, index)
    sum.contenders += outcomes.length
    sum.won += outcomes.filter(({ status }) => status === 200).length
    sum.failed += outcomes.filter(({ status }) => status >= 500 || status === 0).length
    sum.broken += isWhole ? 0 : 1
    sum.withoutAdmin += left === 0 ? 1 : 0
  }
  return sum
}

describe(`races on two instances, ${rounds} rounds from seed ${seed}`, () => {
  it.each([
    ['last admin', lastAdminRound],
    ['role', oneRoleRound],
    ['idempotency key', oneIntentRound],
    ['admins delete each other', deleteEachOtherRound],
    ['delete or change', deleteOrChangeRound],
    ['two drivers of a run', twoDriversRound],
    ['undo or return', undoOrReturnRound],
    ['one address is invited', inviteOnceRound],
    ['resend or delete', resendOrDeleteRound],
    ['last seat', lastSeatRound],
    ['last seat: invite, resend or undo', lastSeatOfAllRound],
    ['last seat: join', lastSeatOfJoiningRound],
    ['one link is accepted', acceptOnceRound],
    ['accept or delete', (races, round) => acceptOrEndRound(races, round, true)],
    ['accept or resend', (races, round) => acceptOrEndRound(races, round, false)],
    ['accept or delete the inviter', acceptOrDeleteInviterRound],
    ['accept or undo a deletion', acceptOrUndoRound],
    ['accept, or role and team are deleted', acceptOrVanishRound],
  ] as const satisfies [string, Round][])(
    '%s: nothing is broken, nobody is answered with a failure',
    async (name, round) => {
      const { contenders, won, ...rest } = await run(round, rounds)
      const outcome = `${contenders} requests, ${won} carried out, ${rest.failed} failed, ${rest.broken} broken`
      const admins = name === 'last admin' ? `, ${rest.withoutAdmin} companies without an admin` : ''
      reach({ area: `race: ${name}`, floor, reached: rounds, outcome: outcome + admins })
      expect(rest).toEqual({ failed: 0, broken: 0, withoutAdmin: 0 })
    },
    timeout,
  )

  it('would be lost by a backend that decides before it locks', async () => {
    const { withoutAdmin } = await run(lastAdminRound, 20, checkThenAct)
    reach({
      area: 'race: last admin, seeded bug',
      floor: 20,
      reached: 20,
      outcome: `${withoutAdmin} companies without an admin`,
    })
    expect(withoutAdmin).toBeGreaterThan(0)
  })
})
