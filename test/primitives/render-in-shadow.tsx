import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import styles from '../../src/styles/index.css?inline'

/** Renders into a new shadow root. What is beside its host represents the page. */
export async function renderInShadow(element: ReactElement): Promise<ShadowRoot> {
  const page = document.createElement('main')
  page.innerHTML = '<button>Beside</button><div data-host></div>'
  document.body.append(page)
  const host = page.querySelector('[data-host]')
  const shadow = host?.attachShadow({ mode: 'open' })
  if (!shadow) throw new Error('No host for the shadow root.')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  shadow.adoptedStyleSheets = [sheet]
  const container = document.createElement('div')
  shadow.append(container)
  const root = createRoot(container)
  root.render(element)
  onTestFinished(() => {
    root.unmount()
    page.remove()
  })
  return shadow
}
