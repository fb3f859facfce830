import type { aBackend } from '../a-backend.ts'

/** A backend over the memory store. */
export type Backend = Awaited<ReturnType<typeof aBackend>>

/** Invites addresses. */
export const invite = (backend: Backend, body: object, asked = {}) =>
  backend.change('POST', '/v1/invitations', body, asked)

/** Invites one address, and returns the id of the invitation. */
export const inviteOne = async (backend: Backend, email: string, body: object = {}): Promise<string> =>
  (await invite(backend, { emails: [email], ...body })).body.results[0].invitation.id
