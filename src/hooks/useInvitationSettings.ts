import type { ApiError } from '../client/api-error.ts'
import type { InvitationSettings } from '../contract/invitation-settings.ts'
import { invitationSettings } from '../state/resources/invitation-settings.ts'
import { useOffered } from './useOffered.ts'
import { useResource } from './useResource.ts'
import { useViewer } from './useViewer.ts'

/** What {@link useInvitationSettings} returns. */
export interface UseInvitationSettingsResult {
  status: 'loading' | 'ready' | 'error'
  /** `null` while it isn't loaded, or if the backend has no settings. */
  settings: InvitationSettings | null
  error: ApiError | null
  /** Loads again. Resolves when that is done, and never rejects. */
  refetch(): Promise<void>
}

/** Loads how invitations work in the company, its seats, and whether email can be sent. */
export function useInvitationSettings(): UseInvitationSettingsResult {
  const { capabilities, actions } = useViewer()
  const isOffered = capabilities.invitations && actions.manageUsers.allowed
  const definition = useOffered(invitationSettings, isOffered)
  const { status, data, error, refetch } = useResource(definition, 'useInvitationSettings')
  return { status, settings: data, error, refetch }
}
