import type { Viewer } from '../../../contract/session.ts'

/** Who is looking, as far as the panel needs it. */
export type PanelViewer = Pick<Viewer, 'id' | 'name' | 'avatarUrl'>
