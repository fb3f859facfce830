import { direction } from '../../messages/direction.ts'
import { emailMessages } from '../../messages/email.ts'
import { formatMessages } from '../../messages/format-messages.ts'
import { formats } from '../../messages/formats.ts'
import { knownLocale } from '../../messages/known-locale.ts'
import { joinLink } from '../join-link.ts'
import { messageLines, nameText } from '../people-text.ts'
import { senderName } from '../sender-name.ts'
import type { EmailOptions, InvitationEmail } from './invitation-email.ts'

/** The sentences of an invitation, which the three writers escape each in its own way. */
export interface WordedInvitation {
  locale: string
  direction: 'ltr' | 'rtl'
  senderName: string
  company: string
  inviter: string | undefined
  subject: string
  title: string
  invited: string
  joinAs: string
  writes: string
  quotation: string[]
  button: string
  buttonHint: string
  linkHint: string
  link: string
  unexpectedButton: string
  unexpectedLink: string
  reason: string
}

const namedTeams = 10

/** Chooses the sentences of an invitation, in one language. */
export function wordInvitation(email: InvitationEmail, options: EmailOptions): WordedInvitation {
  const locale = knownLocale(options.locale ?? 'en')
  const say = formatMessages(emailMessages.messages, {
    locale,
    overrides: options.messages,
    lists: 'conjunction',
  })
  const sender = senderName(email.company, options.product ?? 'Roster')
  const company = nameText(email.company) || sender
  const workspace = company
  const inviter = nameText(email.inviter ?? '') || undefined
  const expiry =
    email.expiresAt && formats({ locale, timeZone: options.timeZone ?? 'UTC' }).dateTime(email.expiresAt)
  return {
    locale,
    direction: direction(locale),
    senderName: sender,
    company,
    inviter,
    subject: inviter ? say.subject({ inviter, workspace }) : say.subjectAlone({ workspace }),
    title: say.title({ workspace }),
    invited: inviter ? say.invited({ inviter, workspace }) : say.invitedAlone({ workspace }),
    joinAs: sayRole(say, email),
    writes: inviter ? say.writes({ inviter }) : say.message,
    quotation: messageLines(email.message ?? ''),
    button: say.button({ workspace }),
    buttonHint: expiry ? say.buttonUntil({ expiry }) : say.buttonOnce,
    linkHint: expiry ? say.linkUntil({ expiry }) : say.linkOnce,
    link: joinLink(email.link),
    unexpectedButton: say.unexpectedButton,
    unexpectedLink: say.unexpectedLink,
    reason: inviter ? say.reason({ inviter, workspace }) : say.reasonAlone({ workspace }),
  }
}

type Say = ReturnType<typeof formatMessages<(typeof emailMessages)['messages']>>

function sayRole(say: Say, { role, teams = [] }: InvitationEmail): string {
  const roleName = nameText(role)
  const names = teams.map((team) => nameText(team, 40)).filter(Boolean)
  if (names.length === 0) return say.joinAs({ roleName })
  const more = names.length - namedTeams
  const teamNames = more > 0 ? [...names.slice(0, namedTeams), say.moreTeams({ count: more })] : names
  return say.joinAsIn({ roleName, teamNames, count: names.length })
}
