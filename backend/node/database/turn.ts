import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The owner of a statement: the members of a company, or a visitor who isn't known to be one. `isFirst` is for work
 * that other work of the company waits for.
 */
export type Owner = { company: string; isFirst?: boolean } | { visitor: string }

/** Whether a statement of a request has had a connection. */
interface RequestTurn {
  hasBegun: boolean
}

const requests = new AsyncLocalStorage<RequestTurn>()
const owners = new AsyncLocalStorage<Owner>()

/** Runs a request, whose statements belong together. */
export const asRequest = <Result>(work: () => Promise<Result>): Promise<Result> =>
  requests.run({ hasBegun: false }, work)

/** The request in hand. Undefined for the backend's own work. */
export const currentRequest = (): RequestTurn | undefined => requests.getStore()

/** Runs work whose statements wait for a connection in the turn of an owner. */
export const inTurnOf = <Result>(owner: Owner, work: () => Promise<Result>): Promise<Result> =>
  owners.run(owner, work)

/** The owner of the statements in hand. Undefined for those of the backend itself. */
export const currentOwner = (): Owner | undefined => owners.getStore()
