import { type OperationId, type Route, routes } from '../../../src/contract/routes.ts'

/** Every operation of the contract, so that a new one is tested without being added here. */
export const operations = Object.entries<Route>(routes) as [OperationId, Route][]

/** Whether requests of a route name a company. */
export const inCompany = ({ access }: Route) => access !== 'public' && access !== 'account'

/** A route's address, with a user's id in its place. */
export const addressOf = ({ path }: Route, id = 'agent') => `/v1${path.replaceAll(/\{\w+\}/g, id)}`

const bodies: Partial<Record<OperationId, object>> = {
  signIn: { email: 'boss@acme.example', password: 'open sesame' },
  changeUserRole: { roleId: 'manager' },
  changeUserTeams: { add: ['night'], remove: [] },
}

/** A body that the operation takes, where it takes one. */
export const bodyOf = (operation: OperationId) => bodies[operation]

/** Another method than the route's, which its path does not take. */
export const otherMethod = ({ method }: Route) => (method === 'PATCH' ? 'PUT' : 'PATCH')
