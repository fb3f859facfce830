import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const memory = ['test/backend/memory-store.test.ts']
const routes = ['inviting', 'one-invitation', 'many-invitations', 'listing'].map(
  (name) => `test/backend/core/invitations/${name}.test.ts`,
)
const sql = ['test/backend/node/pglite-store.test.ts']

/** Invitations, their outbox and their limits. */
export const room: FaultyRoom = {
  name: 'invitations',
  floor: 95,
  faults: [
    {
      file: 'backend/core/rules/invitation-status.ts',
      from: 'expiresAt.getTime() > now.getTime()',
      to: 'expiresAt.getTime() >= now.getTime()',
      why: 'the rules let an invitation live a millisecond longer than SQL does',
      tests: memory,
    },
    {
      file: 'backend/node/store/invitation-row.ts',
      from: '(i.ended_as is null and i.expires_at > clock.now)',
      to: '(i.ended_as is null)',
      why: 'an expired invitation counts as pending and takes a seat',
      tests: sql,
    },
    {
      file: 'backend/core/invitations/judge-grant.ts',
      from: 'if (refused) return { refused }\n',
      to: '',
      why: 'anyone who manages users mints an Admin by an invitation (I9)',
      tests: routes,
    },
    {
      file: 'backend/core/invitations/decide-invite.ts',
      from: "if (seen.has(address.key)) return { code: 'duplicate_email' }\n",
      to: '',
      why: 'one address is invited twice by one request (I1)',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/decide-invite.ts',
      from: 'seatsRefusal(seats, invited)',
      to: 'seatsRefusal(seats)',
      why: 'one request takes more seats than there are (K7)',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/address-refusal.ts',
      from: 'if (invitation && isPending(invitation, now)) {',
      to: 'if (invitation) {',
      why: 'an address whose invitation has expired can never be invited again (K11)',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/resend-invitation.ts',
      from: 'cooldownRefusal(invitation, now) ??',
      to: '',
      why: 'an invitation is sent as often as someone presses',
      tests: routes,
    },
    {
      file: 'backend/core/invitations/resend-invitation.ts',
      from: '(isPending(invitation, now) ? undefined : seatsRefusal(seats)) ??',
      to: '',
      why: 'resending an expired one passes by the seats',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/decide-accept.ts',
      from: ' || invitation.generation !== generation',
      to: '',
      why: 'the link of an earlier email still works (K24)',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/grant-of.ts',
      from: 'chosen && !hasGained ? chosen',
      to: 'chosen ? chosen',
      why: 'a role that has gained an administrative permission is given',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/decide-accept.ts',
      from: 'if (seats && seats.used >= seats.total)',
      to: 'if (false as boolean && seats)',
      why: 'joining passes by the seats',
      tests: memory,
    },
    {
      file: 'backend/core/invitations/decide-invitation-change.ts',
      from: "if (invitation.version !== version) return { refused: { code: 'version_mismatch' } }\n",
      to: '',
      why: 'a change overwrites another that nobody has seen',
      tests: routes,
    },
    {
      file: 'backend/core/rules/undo-change.ts',
      from: 'if (invitationId !== null)',
      to: 'if (false as boolean)',
      why: 'a user and a live link to the same person exist at once (V27)',
      tests: routes,
    },
    {
      file: 'backend/core/invitations/decide-add-user.ts',
      from: 'seatsRefusal(seats, -held)',
      to: 'seatsRefusal(seats)',
      why: 'the seat of an invitation is not free for the person who was invited',
      tests: memory,
    },
    {
      file: 'backend/node/store/apply-invitations.ts',
      from: "update invitation_mail set state = 'superseded'",
      to: 'update invitation_mail set state = state',
      why: 'mail of a deleted invitation stays in the queue',
      tests: sql,
    },
    {
      file: 'backend/node/store/invitation-mail.ts',
      from: 'i.generation = m.generation\n          and ${isPending}',
      to: 'i.generation = m.generation',
      why: 'an email leaves whose invitation has expired since the claim (V11)',
      tests: sql,
    },
    {
      file: 'backend/node/store/lapse-invitations.ts',
      from: 'and i.expires_at > held.lapsed_until',
      to: '',
      why: 'each round raises the revision for the same invitations',
      tests: sql,
    },
  ],
}
