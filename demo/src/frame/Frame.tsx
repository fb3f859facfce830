import './frame.css'
import type { CompanyList, CompanyRef } from '@aicx/roster/contract'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Page } from '../address/place.ts'
import { onMove } from '../address/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Navigation } from './Navigation.tsx'

interface FrameProps {
  list: CompanyList
  company: CompanyRef
  page: Page
  counts: Partial<Record<Page, number>>
  onSignOut(): Promise<void>
  children: ReactNode
}

/** The dashboard around each page: a side bar, or a drawer in a narrow window. */
export function Frame({ list, company, page, counts, onSignOut, children }: FrameProps) {
  const id = useId()
  const side = useRef<HTMLElement>(null)
  useEffect(() => onMove(() => side.current?.hidePopover()), [])
  return (
    <div className="frame">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="frame-top">
        <button type="button" className="icon-button" popoverTarget={id} aria-label="Menu">
          <Icon name="menu" />
        </button>
        <Mark company={company} />
        <bdi>{company.name}</bdi>
      </header>
      <nav ref={side} id={id} className="frame-side" popover="auto" aria-label={company.name}>
        <p className="frame-brand">
          <Mark company={company} />
          <bdi>{company.name}</bdi>
        </p>
        <Navigation company={company.id} current={page} counts={counts} />
        <AccountMenu list={list} company={company.id} onSignOut={onSignOut} />
      </nav>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
