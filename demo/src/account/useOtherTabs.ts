import type { CompanyList } from '@aicx/roster/contract'
import { useEffect, useRef } from 'react'
import { hasSession, readAccount } from './account.ts'
import type { Departure } from './departure.ts'
import { onAccountNews } from './news.ts'

interface OtherTabsOptions {
  /** The account that this tab shows. */
  account: string | undefined
  /** Whether this tab knows who is signed in, or that nobody is. */
  isKnown: boolean
  /** The company in the address. */
  company: string | undefined
  onEnter(list: CompanyList): void
  onLeave(departure: Departure): void
  /** Called when someone else is signed in, whose session in this company has ended too. */
  onOtherAccount(): void
}

/** A session that was just opened isn’t looked for again for this long, in ms. */
const settled = 5_000

/** Follows the other tabs of the browser: signs out with them, and comes back when the person signs in again. */
export function useOtherTabs({ account, isKnown, company, ...events }: OtherTabsOptions) {
  const latest = useRef(events)
  const shown = useRef<{ account: string; since: number }>(undefined)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => {
    if (account) shown.current = { account, since: Date.now() }
  }, [account])

  useEffect(() => {
    if (!isKnown) return
    let isCurrent = true
    async function follow() {
      const list = await readAccount().catch(() => undefined)
      const { onEnter, onLeave, onOtherAccount } = latest.current
      if (!isCurrent || list === undefined) return
      if (account) {
        if (!list) onLeave({ reason: 'signed_out' })
        else if (list.account.email !== account) onEnter(list)
        return
      }
      if (!list) return
      const isMember = list.companies.some(({ id }) => id === company)
      const isOpen = !company || !isMember || (await hasSession(company))
      if (!isCurrent) return
      if (isOpen) onEnter(list)
      else if (shown.current && list.account.email !== shown.current.account) onOtherAccount()
    }
    // A tab that was frozen has missed that the person is back already.
    const { since = 0 } = shown.current ?? {}
    if (!account && since > 0 && Date.now() - since > settled) void follow()
    const leave = onAccountNews(() => void follow())
    return () => {
      isCurrent = false
      leave()
    }
  }, [account, isKnown, company])
}
