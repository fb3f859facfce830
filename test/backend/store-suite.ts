import { afterAll, beforeAll, describe } from 'vitest'
import type { Store } from '../../backend/core/ports/store.ts'
import { changeLogSuite } from './suite/change-log.ts'
import { companySuite } from './suite/companies.ts'
import { decisionSuite } from './suite/decisions.ts'
import { deletingInvitersSuite } from './suite/deleting-inviters.ts'
import { exportSuite } from './suite/exports.ts'
import { holdSuite } from './suite/holds.ts'
import { idleSuite } from './suite/idle.ts'
import { idlePolicySuite } from './suite/idle-policy.ts'
import { intentSuite } from './suite/intents.ts'
import { invitationChangeSuite } from './suite/invitation-changes.ts'
import { invitationListSuite } from './suite/invitation-list.ts'
import { invitationMailSuite } from './suite/invitation-mail.ts'
import { invitationRequestSuite } from './suite/invitation-requests.ts'
import { invitationSelectionSuite } from './suite/invitation-selections.ts'
import { invitationSuite } from './suite/invitations.ts'
import { changedInvitationsSuite } from './suite/invitations-changed-since.ts'
import { isolationSuite } from './suite/isolation.ts'
import { joiningSuite } from './suite/joining.ts'
import { joiningLinksSuite } from './suite/joining-links.ts'
import { listingSuite } from './suite/listing.ts'
import { selectionSuite } from './suite/selections.ts'
import { sessionSuite } from './suite/sessions.ts'
import { stepSuite } from './suite/steps.ts'
import { undoSuite } from './suite/undo.ts'
import { watchSuite } from './suite/watch.ts'
import { writeSuite } from './suite/writes.ts'

/** A store under test. */
export interface OpenStore {
  store: Store
  /** Moves the store's clock forward. */
  advance(ms: number): Promise<void>
  close(): Promise<void>
}

/** What every store must do. It is opened once, and each test creates its own companies. */
export function storeSuite(name: string, open: () => Promise<OpenStore>) {
  describe(name, () => {
    let opened: OpenStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const current = () => opened
    companySuite(current)
    listingSuite(current)
    sessionSuite(current)
    writeSuite(current)
    decisionSuite(current)
    intentSuite(current)
    changeLogSuite(current)
    watchSuite(current)
    isolationSuite(current)
    selectionSuite(current)
    stepSuite(current)
    undoSuite(current)
    exportSuite(current)
    idleSuite(current)
    idlePolicySuite(current)
    holdSuite(current)
    invitationSuite(current)
    invitationListSuite(current)
    invitationChangeSuite(current)
    invitationMailSuite(current)
    invitationRequestSuite(current)
    invitationSelectionSuite(current)
    changedInvitationsSuite(current)
    deletingInvitersSuite(current)
    joiningLinksSuite(current)
    joiningSuite(current)
  })
}
