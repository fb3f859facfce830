import { AnswerError } from './answer-error.ts'
import type { Answer } from './answer-schemas.ts'
import { issueFields } from './issue-fields.ts'
import type { JoinApi } from './join-api.ts'
import { loadReader } from './load-reader.ts'
import { property } from './property.ts'
import { toApiError } from './to-api-error.ts'

type JoinMethod = 'join.preview' | 'join.join'

/** Checks what a host's own port of joining returns, as an HTTP response is checked. */
export const checkJoinApi = (api: JoinApi): JoinApi => ({
  preview: (token, options) => checked('join.preview', () => api.preview(token, options)),
  join: (request, options) => checked('join.join', () => api.join(request, options)),
})

async function checked<Method extends JoinMethod>(
  method: Method,
  call: () => Promise<unknown>,
): Promise<Answer<Method>> {
  const loading = loadReader()
  loading.catch(() => undefined)
  const answer = await attempt(call)
  const { readAnswer } = await loading
  try {
    return readAnswer(method, answer)
  } catch (cause) {
    const fields = issueFields(property(cause, 'issues'))
    throw new AnswerError(`${method}() returned a value of the wrong shape.`, { fields, cause })
  }
}

async function attempt(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (thrown) {
    throw toApiError(thrown)
  }
}
