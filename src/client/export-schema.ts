import type { Schema } from '../contract/schema.ts'
import { property } from './property.ts'
import type { UsersExport } from './roster-api.ts'

/** Schema of what `users.export` of a host's own port returns. */
export const exportSchema: Schema<UsersExport> = {
  '~standard': {
    version: 1,
    vendor: 'roster',
    validate(value) {
      const total = property(value, 'total')
      const body = property(value, 'body')
      if (!isStream(body)) return { issues: [{ message: 'expected a ReadableStream', path: ['body'] }] }
      return { value: { ...(typeof total === 'number' && { total }), body } }
    },
  },
}

/** Recognized by its methods, since it may come from another frame. */
const isStream = (body: unknown): body is ReadableStream<Uint8Array> =>
  typeof property(body, 'getReader') === 'function'
