import { expect, it } from 'vitest'
import { reach } from '../../../reach.ts'
import { runProgram } from './program.ts'

const floor = 3_000
const deep = Number(process.env.ROSTER_INVITATION_PROGRAMS)
const programs = deep || 60
const seed = deep ? Date.now() % 2 ** 31 : 20_261_124
const steps = 30

it(
  `${programs} random programs from seed ${seed} do what a model of them does, after each of ${steps} steps`,
  async () => {
    for (let index = 0; index < programs; index++) expect(await runProgram(seed + index, steps)).toEqual([])
    reach({ area: 'model: invitations', floor, reached: programs, outcome: `${programs * steps} steps` })
  },
  // A program takes about 300 ms of a processor, and machines that run this are busy.
  60_000 + programs * 2_000,
)
