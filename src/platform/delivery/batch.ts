// Group commit: what several messages want of the database at the same moment becomes one statement.

interface Waiting<In, Out> {
  item: In
  done: (value: Out) => void
  failed: (error: unknown) => void
}

/**
 * A function of one item which gathers the items that come while a batch is under way and runs them as the next batch.
 *
 * @param run gives one result an item, in the items' order; when it throws, every item of the batch fails with it
 */
export function batched<In, Out>(run: (items: In[]) => Promise<Out[]>): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let running = false
  const flush = async () => {
    running = true
    // One turn of the event loop, so that messages which are ready together go together.
    await new Promise((done) => setImmediate(done))
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const results = await run(batch.map(({ item }) => item))
        for (const [at, result] of results.entries()) batch[at]?.done(result)
      } catch (error) {
        for (const one of batch) one.failed(error)
      }
    }
    running = false
  }
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!running) void flush()
    })
}
