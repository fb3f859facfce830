import type { Viewer } from '../../../contract/session.ts'

/** Who is looking, as far as the panel says *You*. */
export type PanelViewer = Pick<Viewer, 'id' | 'name' | 'avatarUrl'>
