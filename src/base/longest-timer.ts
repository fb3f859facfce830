/** The longest time (ms) that a browser's timer takes. A longer one, such as a backend may ask for, would fire at once. */
export const longestTimer = 2 ** 31 - 1
