/** Waits for statements that were sent together. Rejects with the first that failed, after all have ended. */
export async function together<Results extends readonly unknown[]>(
  sent: readonly [...{ [Index in keyof Results]: Promise<Results[Index]> }],
): Promise<Results> {
  await Promise.allSettled(sent)
  return Promise.all(sent) as Promise<Results>
}
