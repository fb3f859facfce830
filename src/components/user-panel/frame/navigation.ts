/** Leads from one user, or one row of another list, to the next. */
export interface UserPanelNavigation {
  /** The user's place in the list, from 0. Leave it out while the user isn't in the list. */
  position?: { index: number; total: number } | undefined
  /** The names of both buttons. @default for users */
  labels?: { previous: string; next: string } | undefined
  /** Called to open the user before. Undefined while nobody can be opened, such as while another list is loading. */
  previous?: (() => unknown) | undefined
  /** Called to open the user after. Undefined like `previous`. Leave out both and the buttons aren't rendered. */
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
  previous: position?.index === 0 ? undefined : previous,
  next: position && position.index >= position.total - 1 ? undefined : next,
})
