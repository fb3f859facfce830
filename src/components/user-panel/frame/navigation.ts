/** Leads from one user, or one row of another list, to the next. */
export interface UserPanelNavigation {
  /**
   * The user's place in the list, from 0. Leave it out while the user isn't in the list. Pass null while another list is
   * loading: there is no user before or after until then.
   */
  position?: { index: number; total: number } | null | undefined
  /** The names of both buttons. @default for users */
  labels?: { previous: string; next: string } | undefined
  /** Called to open the user before. */
  previous?: (() => unknown) | undefined
  /** Called to open the user after. */
  next?: (() => unknown) | undefined
}

/** The steps that can be taken from here. */
export interface NavigationSteps {
  /** Undefined at the first user. */
  previous: (() => unknown) | undefined
  /** Undefined at the last user. */
  next: (() => unknown) | undefined
}

/** Returns the steps that don't lead past either end of the list. */
export const navigationSteps = ({ position, previous, next }: UserPanelNavigation): NavigationSteps => ({
  previous: position === null || position?.index === 0 ? undefined : previous,
  next: position === null || (position && position.index >= position.total - 1) ? undefined : next,
})
