import { useSyncExternalStore } from 'react'

const neverChanges = () => () => undefined
const inBrowser = () => false
const onServer = () => true

/** Whether a component renders on a server, or takes over what a server has rendered. */
export const useIsFromServer = (): boolean => useSyncExternalStore(neverChanges, inBrowser, onServer)
