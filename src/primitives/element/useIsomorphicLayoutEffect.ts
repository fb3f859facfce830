import { useEffect, useLayoutEffect } from 'react'

/** A layout effect that stays silent on a server, where React 18 warns about it. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
