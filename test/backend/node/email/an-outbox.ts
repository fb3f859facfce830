import { onTestFinished } from 'vitest'
import { linkKeysOf } from '../../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../../backend/core/invitations/token.ts'
import { silentLog } from '../../../../backend/core/ports/log.ts'
import { openPostgres } from '../../../../backend/node/database/open-postgres.ts'
import { createSmtpMail } from '../../../../backend/node/email/create-smtp-mail.ts'
import { type MailWorkerOptions, startMailWorker } from '../../../../backend/node/email/start-mail-worker.ts'
import { createSqlStore } from '../../../../backend/node/store/create-sql-store.ts'
import { writeInvitationEmail } from '../../../../src/email/invitation/write-invitation-email.ts'
import { aCompanyThatInvites } from '../../suite/inviting.ts'
import { moveClock } from '../move-clock.ts'
import { createPostgres } from '../test-postgres.ts'
import { sender } from './send-to.ts'

export const joinUrl = 'https://support.acme.example/join'

/** A PostgreSQL database with a company that invites, and workers that send what it requests. */
export async function anOutbox() {
  const url = await createPostgres()
  const database = openPostgres(url)
  const store = createSqlStore(database)
  const tokens = createInvitationTokens(await linkKeysOf(['k'.repeat(32)]))
  const stops: (() => Promise<void>)[] = []
  onTestFinished(async () => {
    await Promise.all(stops.map((stop) => stop()))
    await store.close()
  })
  return {
    url,
    store,
    tokens,
    advance: moveClock(database),
    company: await aCompanyThatInvites({ store }),
    /** Starts a worker, whose waits are a hundredth of the real ones. */
    work(smtpUrl: string, other: Partial<MailWorkerOptions> = {}) {
      const stop = startMailWorker({
        outbox: store.mail,
        mail: createSmtpMail(smtpUrl, sender),
        tokens,
        joinUrl,
        template: (invitation) => writeInvitationEmail(invitation),
        log: silentLog,
        waitAfter: (_why, attempts) => 100 * 2 ** attempts,
        ...other,
      })
      stops.push(stop)
      return stop
    },
  }
}
