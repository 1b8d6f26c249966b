/** Who waits for less than this need not be told. */
const CALM_MS = 300

export type Busy = { begin(): void; end(): void }

/** Shows that something is awaited, but only after a while, so that quick answers do not flicker. */
export function createBusy(show: (isBusy: boolean) => void): Busy {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    begin() {
      timer ??= setTimeout(() => show(true), CALM_MS)
    },
    end() {
      clearTimeout(timer)
      timer = undefined
      show(false)
    },
  }
}
