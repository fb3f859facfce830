import '../ui/sheet.css'
import { AuthorName } from '../conversations/AuthorName.tsx'
import type { Conversation } from '../conversations/conversation.ts'
import { Avatar } from '../ui/Avatar.tsx'

const shown = 10

/** The number of replies by user. */
export function AnalyticsPage({ conversations }: { conversations: Conversation[] }) {
  const agents = [...Map.groupBy(conversations, ({ agent }) => agent.id).values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, shown)
  const open = conversations.filter((conversation) => conversation.open).length
  return (
    <div className="sheet">
      <h1 className="page-title">Analytics</h1>
      <p className="quiet">Conversations of the last 30 days.</p>
      <dl className="figures">
        <div>
          <dt>Conversations</dt>
          <dd>{conversations.length}</dd>
        </div>
        <div>
          <dt>Open</dt>
          <dd>{open}</dd>
        </div>
        <div>
          <dt>Closed</dt>
          <dd>{conversations.length - open}</dd>
        </div>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">Answered by</th>
            <th scope="col" className="number">
              Open
            </th>
            <th scope="col" className="number">
              Conversations
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map(([first, ...others]) => {
            if (!first) return null
            const all = [first, ...others]
            return (
              <tr key={first.agent.id}>
                <th scope="row">
                  <span className="sheet-person">
                    <Avatar id={first.agent.id} name={first.agent.name} />
                    <AuthorName author={first.agent} />
                  </span>
                </th>
                <td className="number">{all.filter((conversation) => conversation.open).length}</td>
                <td className="number">{all.length}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
