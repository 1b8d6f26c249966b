import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { PutReport, RebuildReport, SearchEngine } from '../src/engines/open-engine.ts'
import { AppError } from '../src/errors.ts'

/** Where articles go instead of into the present index: all of them become the new one at once, or none. */
export type Rebuild = {
  readonly put: (articles: readonly AnalyzedArticle[]) => Promise<PutReport>
  /** Swaps the new index in. */
  readonly finish: () => Promise<RebuildReport>
  /** Leaves the old index as it is. */
  readonly abandon: () => Promise<void>
}

/** Articles that wait for the engine. */
const MOST_WAITING = 64

export function startRebuild(
  engine: Pick<SearchEngine, 'rebuild'>,
  { force }: { readonly force: boolean },
): Rebuild {
  const waiting = new PassThrough({ objectMode: true, highWaterMark: MOST_WAITING })
  // an engine that fails has stopped reading, or never began: nobody may be left to hear that the stream is given up
  waiting.on('error', () => {})
  const failed = new AbortController()
  const rebuilding = engine.rebuild(waiting as AsyncIterable<AnalyzedArticle>, { force })
  // whoever waits for room hears of it at once; `finish` tells the error itself
  rebuilding.catch((error: unknown) => failed.abort(error))

  return {
    async put(articles) {
      for (const article of articles) {
        failed.signal.throwIfAborted()
        if (!waiting.write(article)) await roomOrFailure()
      }
      return {
        indexed: articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
        unchanged: 0,
        retired: 0,
        rejected: [],
      }
    },
    finish() {
      waiting.end()
      return rebuilding
    },
    async abandon() {
      waiting.destroy(new AppError('cancelled', 'The rebuild was given up; the old index still serves'))
      await rebuilding.catch(() => undefined)
    },
  }

  async function roomOrFailure(): Promise<void> {
    try {
      await once(waiting, 'drain', { signal: failed.signal })
    } catch (error) {
      // the stream breaks before the engine has cleaned up and says why
      await rebuilding
      throw error
    }
  }
}
