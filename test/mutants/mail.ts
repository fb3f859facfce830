import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const faults = ['test/backend/node/email/smtp-faults.test.ts']
const odd = ['test/backend/node/email/odd-servers.test.ts']
const hosts = ['test/backend/node/email/host-ports.test.ts']
const spread = ['test/backend/node/email/spread-waits.test.ts']
const raw = ['test/backend/node/email/raw-message.test.ts']
const worker = ['test/backend/node/email/mail-worker.test.ts']
const memory = ['test/backend/memory-store.test.ts']
const config = ['test/backend/node/email/mail-config.test.ts']

/** What leaves by email, to whom, and what a mail server's response means. */
export const room: FaultyRoom = {
  name: 'mail',
  floor: 88,
  faults: [
    {
      file: 'backend/node/email/smtp-verdict.ts',
      from: "  { enhanced: '5.7.', verdict: 'ours' },\n",
      to: '',
      why: 'an address fails for a policy that concerns every address',
      tests: faults,
    },
    {
      file: 'backend/node/email/smtp-verdict.ts',
      from: "  { enhanced: '5.1.8', verdict: 'ours' },\n",
      to: '',
      why: 'an address fails because the sender’s address is refused',
      tests: faults,
    },
    {
      file: 'backend/node/email/smtp-verdict.ts',
      from: "  { code: '454', verdict: 'busy' },\n",
      to: '',
      why: 'the pace doesn’t follow a server that throttles (V9)',
      tests: faults,
    },
    {
      file: 'backend/node/email/smtp-verdict.ts',
      from: "  { code: '4', verdict: 'later' },\n",
      to: '',
      why: 'a grey list stops every email',
      tests: faults,
    },
    {
      file: 'backend/node/email/smtp-outcome.ts',
      from: "? { kind: 'waiting', reason } : { kind: 'later', reason }",
      to: "? { kind: 'later', reason } : { kind: 'later', reason }",
      why: 'each email tries a server that can’t be reached',
      tests: faults,
    },
    {
      file: 'backend/node/email/create-smtp-mail.ts',
      from: "  if (!(await isWanted())) throw new Unwanted('The message is not wanted any more.')\n",
      to: '  await isWanted()\n',
      why: 'a deleted invitation is sent after it was claimed (V11)',
      tests: faults,
    },
    {
      file: 'backend/node/email/create-smtp-mail.ts',
      from: "signal.addEventListener('abort', abort)",
      to: "signal.addEventListener('never', abort)",
      why: 'a server that hangs keeps the row and the lane',
      tests: faults,
    },
    {
      file: 'backend/node/email/create-smtp-mail.ts',
      from: 'if (readEmailAddress(message.to)?.address !== message.to)',
      to: 'if (message.to === "")',
      why: 'one address makes the server write to two people (K27)',
      tests: raw,
    },
    {
      file: 'backend/node/email/header-text.ts',
      from: " && !text.includes('=?')",
      to: '',
      why: 'a name that looks like an encoded word is decoded by the reader (V5)',
      tests: raw,
    },
    {
      file: 'backend/node/email/header-text.ts',
      from: "    .replace(/[\\p{Cc}\\u2028\\u2029]+/gu, ' ')\n",
      to: '',
      why: 'a name adds a header',
      tests: raw,
    },
    {
      file: 'backend/node/email/mime-message.ts',
      from: 'match(/.{1,76}/g)',
      to: 'match(/.{1,1200}/g)',
      why: 'a line is longer than mail servers take',
      tests: raw,
    },
    {
      file: 'backend/node/email/mime-message.ts',
      from: '    `Message-ID: ${messageId(key, sender)}`,\n',
      to: '    `Message-ID: ${messageId(key + date.getTime(), sender)}`,\n',
      why: 'a second delivery is another message for the reader',
      tests: raw,
    },
    {
      file: 'backend/node/email/mime-message.ts',
      from: 'key.length > longestKey',
      to: 'key.length > 10 * longestKey',
      why: 'a header is longer than a line may be',
      tests: raw,
    },
    {
      file: 'backend/node/email/send-claimed.ts',
      from: 'return checked(await mail.send(',
      to: 'return (await mail.send(',
      why: 'an email whose port returns nothing is tried forever, without a reason',
      tests: hosts,
    },
    {
      file: 'backend/node/email/invitation-message.ts',
      from: "typeof email?.[part] !== 'string'",
      to: 'email === undefined',
      why: 'an email without a subject stops all others',
      tests: hosts,
    },
    {
      file: 'backend/node/email/smtp-connections.ts',
      from: 'AbortSignal.any([signal, AbortSignal.timeout(patienceWithKept)])',
      to: 'signal',
      why: 'a silent kept connection stops all emails',
      tests: odd,
    },
    {
      file: 'backend/core/invitations/look-again-in.ts',
      from: 'random() * (latest - soonest)',
      to: '(latest - soonest)',
      why: 'workers that gave emails back meet again at the same moment (K26)',
      tests: spread,
    },
    {
      file: 'backend/node/email/retry-after.ts',
      from: '(1 + random() / 5)',
      to: '1',
      why: 'emails that failed together are tried again together',
      tests: spread,
    },
    {
      file: 'backend/node/email/invitation-message.ts',
      from: 'tokens.write({ companyId, invitationId, generation })',
      to: 'tokens.write({ companyId, invitationId, generation: 1 })',
      why: 'an invitation that was sent again carries the link that no longer works',
      tests: worker,
    },
    {
      file: 'backend/node/email/mail-stop.ts',
      from: 'if (before !== undefined && before < sent) return refused.delete(id)',
      to: 'if (before !== undefined) return refused.delete(id)',
      why: 'while the server refuses us, addresses fail one after the other',
      tests: ['test/backend/node/email/mail-stop.test.ts'],
    },
    {
      file: 'backend/node/email/send-claimed.ts',
      from: '{ signal, isWanted: () => outbox.check(claim) }',
      to: '{ signal, isWanted: async () => true }',
      why: 'the outbox is not asked again before an email leaves (V11)',
      tests: worker,
    },
    {
      file: 'backend/node/store/invitation-mail.ts',
      from: '        and (q.claimed_until is null or q.claimed_until <= (select roster_now()))\n',
      to: '',
      why: 'two workers send one email',
      tests: worker,
    },
    {
      file: 'backend/node/store/invitation-mail.ts',
      from: "          or o.sent_at is null and o.state = 'queued' and o.claimed_until > clock.now",
      to: '          or false',
      why: 'workers that claim at once send an address more than five emails (K26)',
      tests: worker,
    },
    {
      file: 'backend/core/memory/invitation-mail.ts',
      from: '      if (freeAt > at) {',
      to: '      if (false) {',
      why: 'companies together flood an address (K26)',
      tests: memory,
    },
    {
      file: 'backend/core/memory/apply-invitation.ts',
      from: 'supersede(company, invitation)\n      invitation.generation++',
      to: 'invitation.generation++',
      why: 'the email before a resend stays in the outbox',
      tests: memory,
    },
    {
      file: 'backend/node/email/mail-config.ts',
      from: "if (!isProduction || get('MAIL') === 'drop') return mistakes",
      to: 'if (isProduction) return mistakes',
      why: 'a production backend starts and drops every invitation',
      tests: config,
    },
  ],
}
