const [soonest, latest] = [20_000, 60_000]

/**
 * Milliseconds until an email is claimed again that was given back, since other emails to its address were being sent.
 * By chance, since workers that saw each other's claims and gave back theirs would meet again at the same moment.
 */
export const lookAgainIn = (random: () => number): number =>
  Math.round(soonest + random() * (latest - soonest))
