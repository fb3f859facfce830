import '../ui/sheet.css'
import { pathTo } from '../address/place.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { pageOf } from '../conversations/pages.ts'
import { Link } from '../ui/Link.tsx'
import { shortTime } from '../ui/shortTime.ts'

/** The customers who wrote, the latest first. */
export function PeoplePage({ company, conversations }: { company: string; conversations: Conversation[] }) {
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
          {[...people].map(([customer, [last, ...earlier]]) => {
            if (!last) return null
            return (
              <tr key={customer}>
                <th scope="row">
                  <Link href={pathTo({ company, page: pageOf[last.channel], item: last.id })}>
                    <bdi>{customer}</bdi>
                  </Link>
                </th>
                <td className="number">{earlier.length + 1}</td>
                <td className="number">{shortTime(last.lastAt)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
