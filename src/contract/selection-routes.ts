import { chunkRequestShape, selectionRequestShape, selectionRowsParametersShape } from './requests.ts'
import { manageUsers, noQuery, type Route } from './route.ts'
import {
  chunkShape,
  frozenSelectionShape,
  selectionListShape,
  selectionRowWindowShape,
} from './selections.ts'

/** Changes to many rows. */
export const selectionRoutes = {
  listSelections: {
    method: 'GET',
    path: '/selections',
    summary: 'Changes to many users or invitations in the last day, newest first',
    access: manageUsers,
    query: noQuery,
    answer: selectionListShape,
  },
  createSelection: {
    method: 'POST',
    path: '/selections',
    summary: 'Freeze users for a change, before anything happens to them',
    access: manageUsers,
    intent: true,
    created: true,
    longestBody: 1_048_576,
    rules: [
      'selection_expired',
      'undo_expired',
      'role_not_found',
      'team_not_found',
      'selection_empty',
      'selection_too_large',
      'role_exceeds_yours',
    ],
    body: selectionRequestShape,
    answer: frozenSelectionShape,
  },
  getSelection: {
    method: 'GET',
    path: '/selections/{id}',
    summary: 'A selection and its progress',
    access: manageUsers,
    rules: ['selection_expired'],
    query: noQuery,
    answer: frozenSelectionShape,
  },
  listSelectionRows: {
    method: 'GET',
    path: '/selections/{id}/rows',
    summary: 'A window of the rows of a selection',
    access: manageUsers,
    rules: ['selection_expired'],
    query: selectionRowsParametersShape,
    answer: selectionRowWindowShape,
  },
  runSelection: {
    method: 'POST',
    path: '/selections/{id}/chunks',
    summary: 'Do the next step of a selection',
    access: manageUsers,
    intent: true,
    rules: ['selection_expired', 'not_maker', 'selection_position', 'selection_ended'],
    body: chunkRequestShape,
    answer: chunkShape,
  },
  stopSelection: {
    method: 'POST',
    path: '/selections/{id}/stop',
    summary: 'Stop a selection where it is',
    access: manageUsers,
    intent: true,
    rules: ['selection_expired', 'not_maker'],
    answer: frozenSelectionShape,
  },
} as const satisfies Record<string, Route>
