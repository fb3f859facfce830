import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import { type InvitationsViewJSON, parseInvitationsViewJSON } from '../../contract/invitations-view-json.ts'
import { lookJSON } from '../lists/list-look.ts'
import type { ListViewParts } from '../lists/list-view.ts'

/** The parts of a view, each of which a host may own. */
export interface InvitationsViewParts extends ListViewParts<InvitationsQuery> {
  /** The invitation whose panel is open. */
  readonly openInvitationId: string | null
}

/** The parts of a view in JSON; missing parts have their default. */
export function partsOfInvitationsView(json: unknown): InvitationsViewParts {
  const {
    openInvitationId = null,
    hiddenColumns,
    columnOrder,
    density,
    ...query
  } = parseInvitationsViewJSON(json)
  return { query, openInvitationId, hiddenColumns, columnOrder, density }
}

/** The parts of a view as JSON. */
export function invitationsViewJSON({
  query,
  openInvitationId,
  ...look
}: InvitationsViewParts): InvitationsViewJSON {
  return { ...query, ...(openInvitationId !== null && { openInvitationId }), ...lookJSON(look) }
}
