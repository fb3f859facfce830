import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * On whose behalf a statement runs: a company's members, or a visitor who is not known to be one. What other work of the
 * company waits for is its first.
 */
export type Owner = { company: string; isFirst?: boolean } | { visitor: string }

const owners = new AsyncLocalStorage<Owner>()

/** Runs work whose statements wait for a connection in the turn of an owner. */
export const inTurnOf = <Result>(owner: Owner, work: () => Promise<Result>): Promise<Result> =>
  owners.run(owner, work)

/** The owner of the statements in hand. Undefined for those of the backend itself. */
export const currentOwner = (): Owner | undefined => owners.getStore()
