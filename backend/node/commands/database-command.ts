import type { Database } from '../database/database.ts'

/** A command on an open database. Its input may come from another process. Returns the lines to print. */
export type DatabaseCommand = (database: Database, input: unknown) => Promise<string[]>
