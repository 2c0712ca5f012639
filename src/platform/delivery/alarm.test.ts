import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { alarm } from './alarm.ts'

describe('an alarm', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Whether a sleep of so long is over after so much of it. */
  const sleeps = (clock: ReturnType<typeof alarm>, millis: number) => {
    const state = { over: false }
    void clock.sleep(millis).then(() => {
      state.over = true
    })
    return async (after: number) => {
      await vi.advanceTimersByTimeAsync(after)
      return state.over
    }
  }

  it('sleeps for its time', async () => {
    const over = sleeps(alarm(10), 1000)
    expect(await over(999)).toBe(false)
    expect(await over(1)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends at once when it is woken, and leaves no timer', async () => {
    const one = alarm(10)
    const over = sleeps(one, 1000)
    one.wake()
    expect(await over(0)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('remembers that it was woken until it forgets', async () => {
    const one = alarm(10)
    one.wake()
    expect(await sleeps(one, 1000)(0)).toBe(true)
    expect(await sleeps(one, 1000)(0)).toBe(true)
    one.forget()
    expect(await sleeps(one, 1000)(999)).toBe(false)
  })

  it('gathers those who want it woken soon, and wakes once for them', async () => {
    const one = alarm(10)
    one.wakeSoon()
    await vi.advanceTimersByTimeAsync(9)
    one.wakeSoon()
    const over = sleeps(one, 1000)
    expect(await over(0)).toBe(false)
    expect(await over(1)).toBe(true)
    one.forget()
    expect(await sleeps(one, 1000)(100)).toBe(false)
    one.wakeSoon()
    expect(await sleeps(one, 1000)(10)).toBe(true)
  })
})
