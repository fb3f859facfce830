const quote = 0x22
const lineFeed = 0x0a

/** Counts the records of a CSV file (RFC 4180) as its bytes arrive. A line break in quotes doesn't end a record. */
export function countRecords() {
  let isQuoted = false
  let count = 0
  return {
    /** Records that are complete. */
    get count() {
      return count
    },
    add(bytes: Uint8Array) {
      for (const byte of bytes)
        if (byte === quote) isQuoted = !isQuoted
        else if (byte === lineFeed && !isQuoted) count++
    },
  }
}
