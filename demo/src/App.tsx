import type { CompanyList } from '@aicx/roster/contract'
import { useCallback, useEffect, useState } from 'react'
import { readAccount, signOut } from './account/account.ts'
import type { Departure } from './account/departure.ts'
import { forget, remember, remembered } from './account/remembered.ts'
import { SignIn } from './account/SignIn.tsx'
import { useOtherTabs } from './account/useOtherTabs.ts'
import { beginVisit } from './address/history-owner.ts'
import { homeOf, readPlace } from './address/place.ts'
import { navigate, usePath } from './address/router.ts'
import { Frame } from './frame/Frame.tsx'
import { WaitingAccount } from './frame/WaitingAccount.tsx'
import { JoinPage, joinPath } from './join/JoinPage.tsx'
import { setPresence } from './presence/set-presence.ts'
import { Link } from './ui/Link.tsx'
import { State } from './ui/State.tsx'
import { Workspace } from './Workspace.tsx'

/** The company that the sign-in page names first. */
const landlord = { id: 'acme', name: 'Acme Support' }

type Visit =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'in'; list: CompanyList }
  | { status: 'out'; before?: CompanyList; departure?: Departure }

/** The dashboard: the sign-in page, then the company in the address. */
export function App() {
  const [visit, setVisit] = useState<Visit>({ status: 'loading' })
  const [before] = useState(remembered)
  const path = usePath()
  const isJoining = path === joinPath
  const place = readPlace(path)
  const home = visit.status === 'in' ? visit.list.companies[0]?.id : undefined
  const incomplete = isJoining
    ? false
    : !place.company || !place.page || (place.page === 'settings' && !place.item)

  const begin = useCallback((list: CompanyList) => {
    const [first] = list.companies
    beginVisit(list.account.email, first ? homeOf(first.id) : '/')
    setVisit({ status: 'in', list })
  }, [])
  const enter = useCallback(
    () =>
      readAccount().then(
        (list) => (list ? begin(list) : setVisit({ status: 'out' })),
        () => setVisit({ status: 'failed' }),
      ),
    [begin],
  )
  useEffect(() => void enter(), [enter])

  useEffect(() => {
    if (visit.status === 'in') remember(visit.list)
    else if (visit.status === 'out') forget()
  }, [visit])

  useEffect(() => {
    if (home && incomplete) navigate(homeOf(place.company ?? home), { replace: true })
  }, [home, incomplete, place.company])

  const leave = useCallback(
    (departure: Departure) =>
      setVisit((was) => (was.status === 'in' ? { status: 'out', before: was.list, departure } : was)),
    [],
  )
  useOtherTabs({
    account: visit.status === 'in' ? visit.list.account.email : undefined,
    isKnown: visit.status === 'in' || visit.status === 'out',
    company: place.company,
    onEnter: begin,
    onLeave: leave,
    onOtherAccount: () => setVisit({ status: 'out' }),
  })

  const exit = async (company?: string) => {
    if (company) await setPresence(company, 'offline').catch(() => {})
    await signOut().catch(() => {})
    setVisit({ status: 'out' })
  }

  if (isJoining) return <JoinPage company={landlord} readAccount={enter} />
  if (visit.status === 'loading') {
    const company = before?.companies.find(({ id }) => id === place.company)
    if (!before || !company || !place.page) return null
    const account = <WaitingAccount name={before.account.name} />
    return <Frame company={company} page={place.page} counts={{}} account={account} />
  }
  if (visit.status === 'failed')
    return (
      <State isPage icon="alert" title="The server can’t be reached">
        <p>Check that it is running.</p>
        <button type="button" className="button" onClick={enter}>
          Try again
        </button>
      </State>
    )
  if (visit.status === 'out') {
    const company = visit.before?.companies.find(({ id }) => id === place.company)
    return (
      <SignIn
        company={company ?? landlord}
        reopen={visit.departure && company?.id}
        before={visit.before?.account}
        departure={visit.departure}
        onSignedIn={enter}
      />
    )
  }

  const company = visit.list.companies.find(({ id }) => id === place.company)
  if (!company)
    return (
      <State isPage icon="lock" title="You aren’t a member of this company">
        <p>The company doesn’t exist, or {visit.list.account.email} isn’t a member.</p>
        {home && (
          <Link className="button" href={homeOf(home)}>
            Go to your company
          </Link>
        )}
        <button type="button" className="text-button" onClick={() => void exit()}>
          Sign out
        </button>
      </State>
    )
  if (!place.page) return null
  return (
    <Workspace
      key={`${company.id} ${visit.list.account.email}`}
      list={visit.list}
      company={company}
      page={place.page}
      item={place.item}
      onLeave={leave}
      onSignOut={() => exit(company.id)}
    />
  )
}
