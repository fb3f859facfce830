import type { ComponentPropsWithoutRef, ReactElement } from 'react'
import type { Failure } from '../../base/failure.ts'
import type { Joined, JoinPreview, JoinRequest } from '../../contract/join.ts'
import type { CompanyRef } from '../../contract/session.ts'

/** Why joining or loading failed, with the fields that were refused. */
export interface JoinFailure extends Failure {
  /** The fields that the server refused, as JSON pointers into the request. */
  fields?: readonly { pointer: string }[]
}

/** What a host adds to the page of an invitation. Without a callback its button isn't rendered. */
export interface JoinCompanyActions {
  /** The company's logo. @default the first letter of its name */
  logo?: ReactElement
  /** The company that the person is in now, if they join another one. */
  current?: CompanyRef | undefined
  /** The name of the site where people sign in, if it is another one. */
  signInSite?: string | undefined
  /** Opens your sign-in, which leads back to this page. This tab keeps the invitation. */
  onSignIn?: ((about: { email?: string }) => void) | undefined
  /** Opens the page where people create an account, which leads back to this page. */
  onCreateAccount?: ((about: { email?: string }) => void) | undefined
  /** Signs out. The page then loads the invitation again. */
  onSignOut?: (() => void | Promise<void>) | undefined
  /** Leaves the page without joining or switching. */
  onStay?: (() => void) | undefined
  /** Opens a company that the person belongs to. */
  onOpen?: ((company: CompanyRef) => void) | undefined
}

/** Props of `JoinCompanyView`. Other props are passed to its root element. */
export interface JoinCompanyViewProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    JoinCompanyActions {
  status: 'loading' | 'incomplete' | 'ready' | 'ended' | 'joined' | 'failed'
  invitation?: JoinPreview | null
  joined?: Joined | null
  error?: JoinFailure | null
  isFetching?: boolean
  /** Whether a request to join is running. @default false */
  isJoining?: boolean
  /** Joins, and opens the company afterwards or stays. */
  onJoin: (details: Omit<JoinRequest, 'token'>, next: 'open' | 'stay') => void
  /** Finds the link in a text and uses it. Returns false if the text has no link. */
  onLink: (text: string) => boolean
  /** Loads the invitation again. */
  onRetry: () => void
}

/** A step of the page, with all that it can show. */
export type JoinStepProps = Omit<JoinCompanyViewProps, 'invitation'> & { invitation: JoinPreview }
