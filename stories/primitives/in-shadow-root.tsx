import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from '../../dist/styles.css?inline'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { useRosterUI } from '../../src/primitives/roster-ui/RosterUIContext.ts'

/** Draws a story inside a shadow root that adopts the built styles, as the embed does. */
export function InShadowRoot({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()
  const { locale, dir, rootAttributes } = useRosterUI()
  useLayoutEffect(() => {
    if (!host.current) return
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    shadow.adoptedStyleSheets = [sheet]
    setRoot(shadow)
  }, [])
  return (
    <div ref={host} data-testid="host">
      {root &&
        createPortal(
          <RosterUI locale={locale} dir={dir} {...rootAttributes}>
            {children}
          </RosterUI>,
          root,
        )}
    </div>
  )
}
