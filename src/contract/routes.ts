import { catalogueRoutes } from './catalogue-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { selectionRoutes } from './selection-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { userRoutes } from './user-routes.ts'

/** Every operation, by its OpenAPI `operationId`. */
export const routes = {
  ...sessionRoutes,
  ...userRoutes,
  ...selectionRoutes,
  ...invitationRoutes,
  ...catalogueRoutes,
}

/** The name of an operation. */
export type OperationId = keyof typeof routes
