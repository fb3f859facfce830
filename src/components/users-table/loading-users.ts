import type { User } from '../../contract/users.ts'
import type { RowSource } from '../../contract/windows.ts'

/** A list of which nothing is known yet: rows enough for any screen, none of them loaded. */
export const loadingUsers: RowSource<User> = { total: 24, totalIs: 'atLeast', at: () => undefined }
