import { loadedRows } from '../../base/list-state.ts'
import { takeActions } from './foot/UserPanelFoot.tsx'
import { useRoleChoice } from './role/useRoleChoice.ts'
import type { ShownUserProps } from './ShownUser.tsx'
import type { UserPanelDetailsProps } from './UserPanelDetails.tsx'
import type { UserPanelFrameProps } from './UserPanelFrame.tsx'
import type { UserPanelProps } from './user-panel-props.ts'

interface UserPanelParts {
  frame: Omit<UserPanelFrameProps, 'children'>
  shown: Omit<ShownUserProps, 'parts' | 'children'>
  /** Undefined while no user is shown. */
  details: UserPanelDetailsProps | undefined
}

/** Divides the props of a panel between its frame, what it shows of the user, and their details. */
export function useUserPanel({
  user: known,
  status = known ? 'ready' : 'loading',
  error,
  refetch,
  onClose,
  viewer,
  catalogue,
  roleChange,
  teamsChange,
  activity,
  sections,
  ...others
}: UserPanelProps): UserPanelParts {
  const { actions, rest } = takeActions(others)
  const user = known ?? undefined
  const shown = error?.code === 'not_found' ? 'gone' : status
  const choice = useRoleChoice(user, loadedRows(catalogue?.roles), roleChange)
  const isViewer = user !== undefined && user.id === viewer?.id
  // Pressing *Try again* removes it.
  const failures = [catalogue?.roles, catalogue?.teams, activity].map((list) => list?.status === 'error')

  function dismiss() {
    if (choice.roleId !== undefined && !roleChange?.conflict) choice.drop()
    else onClose?.()
  }

  return {
    frame: { ...rest, onClose, onDismiss: dismiss },
    shown: {
      user,
      isViewer,
      status: shown,
      error,
      refetch,
      onClose,
      position: rest.navigation?.position,
      focusKey: String(failures),
    },
    details: user && {
      user,
      choice,
      isViewer,
      viewer,
      catalogue,
      roleChange,
      teamsChange,
      activity,
      sections,
      actions,
    },
  }
}
