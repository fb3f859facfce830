import type { RosterApi } from '../../src/client/roster-api.ts'
import { session } from './wire.ts'

/** A port as a host may write it in JavaScript: nothing checks what its methods return. */
export const portOf = (parts: object): RosterApi =>
  Object.assign({ company: 'acme', session: { get: async () => session() } }, parts) as RosterApi
