import { setTimeout } from 'node:timers/promises'

/** 高峰: callers have just been turned away (503). Long work steps aside meanwhile. */
export interface Rush {
  turnedAway(): void
  /** Once nobody has been turned away for a while. After some seconds all the same: what is put off for good is never done. */
  calm(breakOff: () => boolean): Promise<void>
}

const CALM_AFTER_MS = 2000
const PUT_OFF_AT_MOST_MS = 5000
const LOOK_EVERY_MS = 100

export function createRush(clock = () => performance.now()): Rush {
  let calmAt = 0
  return {
    turnedAway() { calmAt = clock() + CALM_AFTER_MS },
    async calm(breakOff) {
      const latest = clock() + PUT_OFF_AT_MOST_MS
      while (clock() < Math.min(calmAt, latest) && !breakOff()) await setTimeout(LOOK_EVERY_MS)
    },
  }
}
