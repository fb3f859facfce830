import './conversations.css'
import { type Page, pathTo } from '../address/place.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'
import { State } from '../ui/State.tsx'
import { shortTime } from '../ui/shortTime.ts'
import { AuthorName, authorText } from './AuthorName.tsx'
import type { Conversation } from './conversation.ts'
import { useMessages } from './useConversations.ts'

interface ConversationsPageProps {
  company: string
  page: Page
  title: string
  conversations: Conversation[]
  /** The open conversation. */
  item: string | undefined
}

function Talk({
  company,
  conversation,
  back,
}: {
  company: string
  conversation: Conversation
  back: string
}) {
  const messages = useMessages(company, conversation.id)
  return (
    <section className="talk" aria-label={conversation.subject}>
      <header className="talk-head">
        <Link className="icon-button talk-back" href={back} aria-label="Back to the list">
          <Icon name="left" />
        </Link>
        <div>
          <h2>{conversation.subject}</h2>
          <p className="quiet">
            <bdi>{conversation.customer}</bdi>, answered by <AuthorName author={conversation.agent} />
          </p>
        </div>
      </header>
      <ol className="talk-messages">
        {messages?.map((message) => (
          <li key={message.id} className="bubble" data-mine={message.author ? '' : undefined}>
            <p>{message.text}</p>
            <small>
              {message.author ? <AuthorName author={message.author} /> : <bdi>{conversation.customer}</bdi>},{' '}
              {shortTime(message.at)}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Conversations of one channel, and the messages of the open one. */
export function ConversationsPage({ company, page, title, conversations, item }: ConversationsPageProps) {
  const open = conversations.find(({ id }) => id === item)
  return (
    <div className="conversations" data-open={open ? '' : undefined}>
      <section className="conversation-list" aria-labelledby="conversations-title">
        <h1 id="conversations-title" className="conversation-title">
          {title}
        </h1>
        <ul>
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <Link
                className="conversation"
                href={pathTo({ company, page, item: conversation.id })}
                aria-current={conversation === open ? 'true' : undefined}
              >
                <bdi className="conversation-who">{conversation.customer}</bdi>
                <time dateTime={conversation.lastAt}>{shortTime(conversation.lastAt)}</time>
                <span className="conversation-text">{conversation.subject}</span>
                <span className="conversation-agent" title={`Answered by ${authorText(conversation.agent)}`}>
                  <Avatar id={conversation.agent.id} name={conversation.agent.name} size={20} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {open ? (
        <Talk company={company} conversation={open} back={pathTo({ company, page })} />
      ) : (
        <div className="talk" data-empty>
          <State icon="chat" title="No conversation selected">
            <p>Choose one from the list to read it.</p>
          </State>
        </div>
      )}
    </div>
  )
}
