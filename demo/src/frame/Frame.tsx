import './frame.css'
import type { CompanyRef } from '@aicx/roster/contract'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Page } from '../address/place.ts'
import { onMove } from '../address/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Navigation } from './Navigation.tsx'

interface FrameProps {
  company: CompanyRef
  page: Page
  counts: Partial<Record<Page, number>>
  /** The menu of the signed-in account. */
  account: ReactNode
  children?: ReactNode
}

/** The dashboard around each page: a side bar, or a drawer in a narrow window. */
export function Frame({ company, page, counts, account, children }: FrameProps) {
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
        {account}
      </nav>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
