import type { RowSource } from '../../base/row-source.ts'
import type { User } from '../../contract/users.ts'

/** A list of which nothing is known yet: rows enough for any screen, none of them loaded. */
export const loadingUsers: RowSource<User> = { total: 24, totalIs: 'atLeast', at: () => undefined }
