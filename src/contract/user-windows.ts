import { userShape } from './users.ts'
import { userIdShape } from './users-query.ts'
import { windowShape } from './windows.ts'

/** The window of users that a server sends. */
export const userWindowShape = windowShape(userShape)

/** The window of ids that a server sends. */
export const userIdWindowShape = windowShape(userIdShape)
