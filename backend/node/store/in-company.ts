import { repeatable } from '../database/reachable.ts'
import { inTurnOf } from '../database/turn.ts'

/** Runs a read or a repeatable write of a company, in its turn. */
export const inCompany = <Answer>(company: string, ask: () => Promise<Answer>): Promise<Answer> =>
  inTurnOf({ company }, () => repeatable(ask))

type Method = (company: string, ...rest: never[]) => Promise<unknown>

/** A group of methods, each of which runs in the turn of the company that it is called with. */
export function eachInCompany<Group extends { [Name in keyof Group]: Method }>(group: Group): Group {
  const wrapped = Object.entries<Method>(group).map(([name, method]) => [
    name,
    (company: string, ...rest: never[]) => inCompany(company, () => method(company, ...rest)),
  ])
  return Object.fromEntries(wrapped)
}
