import { backendFlags } from '../../src/contract/capabilities.ts'
import { bySession, json } from './answers.ts'
import { type Answer, serve } from './serve.ts'
import { session } from './wire.ts'

/** A session whose server has idle logout. */
export const announced = json(session({ ...backendFlags, idleLogout: true }))
/** Serves the session, and then one answer after the other. */
export const withIdle = (...answers: [Answer, ...Answer[]]) => {
  let next = 0
  const nth: Answer = (response, request) =>
    answers[Math.min(next++, answers.length - 1)]?.(response, request)
  return serve(bySession(announced, nth))
}

/** The idle logout of a session. */
export const idle = {
  timeoutMs: 600_000,
  warnMs: 60_000,
  idleRemainingMs: 540_000,
  absoluteRemainingMs: 3_600_000,
  allowHold: false,
  policyRev: '3',
}
