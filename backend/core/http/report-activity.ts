import { ageShape } from '../../../src/contract/requests.ts'
import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import { Refused } from '../ports/refused.ts'
import { sessionVerdict, verdictCode } from '../rules/session-verdict.ts'
import type { Place, Services } from './call.ts'

/** The age of activity that a request contains. Anything but a number of milliseconds in digits is ignored. */
export function carriedAge({ headers }: Request): number | undefined {
  const text = headers.get('x-activity-age') ?? ''
  const age = ageShape['~standard'].validate(/^\d{1,15}$/.test(text) ? Number(text) : undefined)
  return age instanceof Promise || age.issues ? undefined : age.value
}

/**
 * Records activity of a session that the gate accepted, and returns the session afterwards. Refuses a session that has
 * ended in the meantime, since late activity doesn't revive it.
 */
export async function reportActivity(
  { company, session: { id } }: Pick<Place, 'company' | 'session'>,
  signIn: SignInRef,
  ageMs: number,
  { store }: Pick<Services, 'store'>,
): Promise<Admission> {
  const isRecorded = await store.idle.report(company.id, id, ageMs)
  const admission = (await store.sessions(company.id, [id])).get(id)
  const over = admission && sessionVerdict(admission, signIn)
  if (!admission || over) throw new Refused(verdictCode(over ?? 'revoked'))
  if (!isRecorded) throw new Refused(verdictCode('idle'))
  return admission
}
