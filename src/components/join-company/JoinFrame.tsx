import { Children, type ReactNode, useContext } from 'react'
import { firstLetter } from '../../primitives/avatar/first-letter.ts'
import type { Slot } from '../../primitives/element/slot.ts'
import { JoinTitle } from './JoinTitle.ts'

interface JoinFrameProps {
  /** The name of the company, whose first letter is shown if there is no logo. */
  name?: string | undefined
  logo?: Slot
  title: string
  /** Sentences under the title. */
  texts?: ReactNode[]
  /** A small sentence at the end. */
  foot?: ReactNode
  children?: ReactNode
}

/** What all steps have in common: the company's mark, a title, sentences, and what to do. */
export function JoinFrame({ name = '', logo, title, texts = [], foot, children }: JoinFrameProps) {
  const heading = useContext(JoinTitle)
  return (
    <>
      {logo ??
        (name !== '' && (
          <span className="roster-join-mark" aria-hidden="true" translate="no">
            {firstLetter(name)}
          </span>
        ))}
      <h1 {...heading} className="roster-join-title" tabIndex={-1}>
        {title}
      </h1>
      {Children.map(texts, (text) => text && <p className="roster-join-text">{text}</p>)}
      {children && <div className="roster-join-form">{children}</div>}
      {foot && <p className="roster-join-foot">{foot}</p>}
    </>
  )
}
