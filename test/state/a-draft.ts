import type { Session } from '../../src/contract/session.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { draftOfSession } from '../../src/state/invitations/draft-of-session.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { createInviteApi } from './invite-api.ts'
import { createManualClock } from './manual-clock.ts'
import { createWriteApi } from './write-api.ts'

let people = 0

/** The part of a session that says whose it is. */
export const sessionOf = (id: string) =>
  ({ viewer: { id, email: `${id}@x.org` }, company: { id: 'acme' } }) as Pick<Session, 'viewer' | 'company'>

/** A draft of a new person, over a server that fails on demand. */
export function aDraft(id = `viewer${++people}`) {
  const server = createInviteApi()
  const clock = createManualClock()
  const reporter = createReporter()
  const begin = () =>
    createRosterState({
      api: { ...createWriteApi(1).api, invitations: server.api },
      epoch: 0,
      clock,
      reporter,
      reset: () => {},
      hooks: () => hooks,
    })
  const hooks: RosterHooks = {}
  const state = begin()
  const session = sessionOf(id)
  const draft = draftOfSession(state, session)
  const close = draft.subscribe(() => {})
  const chips = () =>
    draft
      .getSnapshot()
      .addresses.map(({ text, state, failure }) => [text, state, failure?.code].filter(Boolean).join(' '))
  return { server, clock, reporter, state, begin, session, draft, close, chips, hooks }
}

/** Lets the checks run. */
export async function settle(clock: { advance(ms: number): void }) {
  for (let turn = 0; turn < 6; turn += 1) {
    await Promise.resolve()
    clock.advance(300)
  }
}

/** So many different addresses. */
export const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@x.org`)
