import { RosterData } from '@aicx/roster'
import { createHttpApi } from '@aicx/roster/client'
import type { CompanyList, CompanyRef } from '@aicx/roster/contract'
import { useMemo } from 'react'
import { type Departure, reasonOf } from './account/departure.ts'
import type { Page } from './address/place.ts'
import { AnalyticsPage } from './analytics/AnalyticsPage.tsx'
import { ConversationsPage } from './conversations/ConversationsPage.tsx'
import type { Channel, Conversation } from './conversations/conversation.ts'
import { pageOf } from './conversations/pages.ts'
import { useConversations } from './conversations/useConversations.ts'
import { AccountMenu } from './frame/AccountMenu.tsx'
import { Frame } from './frame/Frame.tsx'
import { IdleGuard } from './idle/IdleGuard.tsx'
import { PeoplePage } from './people/PeoplePage.tsx'
import { UsersPage } from './settings/UsersPage.tsx'

interface WorkspaceProps {
  list: CompanyList
  company: CompanyRef
  page: Page
  item: string | undefined
  onLeave(departure: Departure): void
  onSignOut(): Promise<void>
}

const titles = { inbox: 'Inbox', livechats: 'Livechats', tickets: 'Tickets' } as const

/** One company of the dashboard. Everything inside belongs to it. */
export function Workspace({ list, company, page, item, onLeave, onSignOut }: WorkspaceProps) {
  const api = useMemo(
    () =>
      createHttpApi({
        baseUrl: '/',
        company: company.id,
        onUnauthorized: (code) => onLeave({ reason: reasonOf(code) }),
      }),
    [company.id, onLeave],
  )
  const conversations = useConversations(company.id)
  const openIn = (channel: Channel) =>
    conversations?.filter((conversation) => conversation.channel === channel && conversation.open)

  return (
    <RosterData api={api}>
      <Frame
        company={company}
        page={page}
        counts={{ inbox: openIn('email')?.length, livechats: openIn('livechat')?.length }}
        account={<AccountMenu list={list} company={company.id} onSignOut={onSignOut} />}
      >
        <title>{`${page === 'settings' ? 'Users' : page} – ${company.name}`}</title>
        {page === 'settings' ? (
          <UsersPage />
        ) : (
          conversations && <Content company={company.id} page={page} item={item} all={conversations} />
        )}
      </Frame>
      <IdleGuard company={company} onLogout={onLeave} />
    </RosterData>
  )
}

interface ContentProps {
  company: string
  page: Exclude<Page, 'settings'>
  item: string | undefined
  all: Conversation[]
}

function Content({ company, page, item, all }: ContentProps) {
  if (page === 'people') return <PeoplePage company={company} conversations={all} />
  if (page === 'analytics') return <AnalyticsPage conversations={all} />
  const conversations = all.filter(
    ({ id, channel, open }) => pageOf[channel] === page && (open || id === item),
  )
  return (
    <ConversationsPage
      company={company}
      page={page}
      title={titles[page]}
      conversations={conversations}
      item={item}
    />
  )
}
