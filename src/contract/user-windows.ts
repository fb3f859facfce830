import * as v from 'valibot'
import type { Unreadable } from '../base/row-source.ts'
import { idShape } from './id-shape.ts'
import type { Schema } from './schema.ts'
import { type User, userShape } from './users.ts'
import type { UserId } from './users-query.ts'
import { tolerantRow, tolerantWindow, type Window, windowShape } from './windows.ts'

/** The window of users that a server sends. */
export const userWindowShape = windowShape(userShape)

/** Schema of a window of users, whose unreadable rows keep their place. */
export const userWindowSchema: Schema<Window<User>> = tolerantWindow(userShape)

/** Schema of a row of a list of users. */
export const userRowSchema: Schema<User | Unreadable> = tolerantRow(userShape)

/** A row with its id only, on the wire. */
export const userIdShape = v.object({ id: idShape })

/** The window of ids that a server sends. */
export const userIdWindowShape = windowShape(userIdShape)

/** Schema of a window of ids. */
export const userIdWindowSchema: Schema<Window<UserId>> = tolerantWindow(userIdShape)
