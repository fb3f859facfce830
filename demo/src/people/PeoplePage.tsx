import '../ui/sheet.css'
import type { Conversation } from '../conversations/conversation.ts'
import { shortTime } from '../ui/shortTime.ts'

/** The customers who wrote, the latest first. */
export function PeoplePage({ conversations }: { conversations: Conversation[] }) {
  const people = Map.groupBy(conversations, ({ customer }) => customer)
  return (
    <div className="sheet">
      <h1 className="page-title">People</h1>
      <p className="quiet">Customers who wrote to you, the latest first.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col" className="number">
              Conversations
            </th>
            <th scope="col" className="number">
              Last written
            </th>
          </tr>
        </thead>
        <tbody>
          {[...people].map(([customer, written]) => (
            <tr key={customer}>
              <th scope="row">
                <bdi>{customer}</bdi>
              </th>
              <td className="number">{written.length}</td>
              <td className="number">{written[0] && shortTime(written[0].lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
