import type { Insertable } from 'kysely'
import { person } from '../../mocks/people/person.ts'
import type { DemoSchema } from '../server/conversations/tables.ts'
import type { Channel } from '../src/conversations/conversation.ts'
import { choose } from './choose.ts'
import type { SeedCompany } from './companies.ts'
import type { Member } from './members.ts'
import { seedId } from './seed-id.ts'

type ConversationRow = Insertable<DemoSchema['demo_conversations']>
type MessageRow = Insertable<DemoSchema['demo_messages']>

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const customers = 150
const firstCustomer = 3_000
const channels: Channel[] = ['email', 'livechat', 'ticket']

interface Opening {
  channel: Channel
  open: boolean
  /** Milliseconds since the last message. */
  ago: number
}

/** Today's open conversations, and the closed ones of the last 30 days. */
function* openingsOf({ conversations }: SeedCompany, random: () => number): Generator<Opening> {
  for (const channel of channels)
    for (let left = conversations[channel]; left > 0; left -= 1)
      yield { channel, open: true, ago: minute + random() * 8 * hour }
  for (let left = conversations.closed; left > 0; left -= 1)
    yield { channel: choose(channels, random), open: false, ago: hour + random() * 30 * day }
}

/** Repeats a list without end. */
function* inTurn<Item>(items: Item[]): Generator<Item, never> {
  for (;;) yield* items
}

/** Returns conversations of a company and their messages, written by users who may answer. */
export function conversationsOf(company: SeedCompany, members: Member[], now: Date, random: () => number) {
  const answering = new Set(
    company.roles.filter(({ permissions }) => permissions.includes('manage_tickets')).map(({ id }) => id),
  )
  const agents = members.filter(({ roleId, lastActiveAt }) => answering.has(roleId) && lastActiveAt)
  const conversations: ConversationRow[] = []
  const messages: MessageRow[] = []

  const dialogues = inTurn(company.dialogues)
  for (const { channel, open, ago } of openingsOf(company, random)) {
    const { subject, lines } = dialogues.next().value
    const id = seedId(company.id, 'conversation', String(conversations.length))
    const agent = random() < 0.7 ? choose(agents.slice(0, 24), random) : choose(agents, random)
    // An open conversation waits for a reply, so the customer wrote its last message.
    const texts = open && lines.length % 2 === 0 ? lines.slice(0, -1) : lines
    const pace = (channel === 'livechat' ? 2 : 40) * minute
    const lastAt = Math.floor(now.getTime() - ago)
    conversations.push({
      company_id: company.id,
      id,
      channel,
      open,
      subject,
      customer: person(firstCustomer + Math.floor(random() * customers)).name,
      agent_id: agent.id,
      last_at: new Date(lastAt),
    })
    for (const [position, text] of texts.entries()) {
      const author = position % 2 ? agent : null
      messages.push({
        company_id: company.id,
        conversation_id: id,
        position,
        author_id: author?.id ?? null,
        text,
        at: new Date(lastAt - (texts.length - 1 - position) * pace),
      })
    }
  }
  return { conversations, messages }
}
