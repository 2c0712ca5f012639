// Sleeping until woken. A call of `wake` while nobody sleeps is remembered until `forget`.

export interface Alarm {
  wake(): void
  /** Wakes in a moment: several of these wake once. */
  wakeSoon(): void
  /** From here on only what wakes afterwards counts. */
  forget(): void
  /** Returns after so many milliseconds, or when woken; at once when woken since `forget`. */
  sleep(millis: number): Promise<void>
}

export function alarm(gatherMillis: number): Alarm {
  let isWoken = false
  let rouse: () => void = () => {}
  let soon: NodeJS.Timeout | null = null
  const wake = () => {
    isWoken = true
    rouse()
  }
  return {
    wake,
    wakeSoon() {
      if (soon) return
      soon = setTimeout(() => {
        soon = null
        wake()
      }, gatherMillis)
    },
    forget() {
      isWoken = false
    },
    async sleep(millis) {
      if (isWoken) return
      await new Promise<void>((done) => {
        const timer = setTimeout(done, millis)
        rouse = () => {
          clearTimeout(timer)
          done()
        }
      })
    },
  }
}
