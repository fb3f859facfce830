import type { ComponentPropsWithoutRef } from 'react'
import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import type { UserPanelActions } from './foot/UserPanelFoot.tsx'
import type { UserPanelNavigation } from './frame/navigation.ts'
import type { UserPanelContent } from './UserPanelBody.tsx'

/** Props of `UserPanel`. Other props are passed to its element. */
export interface UserPanelProps
  extends Omit<ComponentPropsWithoutRef<'aside'>, 'children' | 'title'>,
    UserPanelContent,
    UserPanelActions {
  /** A landmark beside the table, or a modal sheet over a narrow page. @default 'beside' */
  mode?: 'beside' | 'sheet'
  /** What is known about the user, such as their row in the list. */
  user: User | null | undefined
  /** @default 'ready' with a user, 'loading' without */
  status?: 'loading' | 'ready' | 'error' | undefined
  /** Why the user couldn't be loaded. With the code `not_found` the panel says that they were deleted. */
  error?: Failure | null | undefined
  /** Loads the user again. Without it there is no *Try again*. */
  refetch?: (() => unknown) | undefined
  /** Called by *Close* and Escape. Omit it and *Close* isn't rendered. */
  onClose?: (() => void) | undefined
  /** The previous and next user in the list. Omit it and the buttons to them aren't rendered. */
  navigation?: UserPanelNavigation | undefined
  /** Where the focus goes when the panel opens beside the table. A sheet always takes it. @default 'heading' */
  openFocus?: 'heading' | 'stay'
  /** Returns the element that takes the focus when the panel closes. @default the opener */
  returnFocus?: () => HTMLElement | null
}
