/** The details of a user, as one module that loads later. */
export { UserPanelDetails } from '../components/user-panel/UserPanelDetails.tsx'
