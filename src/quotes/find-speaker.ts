import type { Candidate, Site } from './candidate.ts'
import { afterQuote } from './rules/after-quote.ts'
import { aroundQuote } from './rules/around-quote.ts'
import { beforeQuote } from './rules/before-quote.ts'

/**
 * Who said a quote, as the sentence around it tells: the surest reading that names somebody, else the surest that only
 * has a verb. `undefined` when no word of the sentence reports.
 */
export function findSpeaker(site: Site): Candidate | undefined {
  if (site.quote.shape === 'line') {
    return { rule: 'transcript', subject: { from: site.from, to: site.at - 1 }, confidence: 0.95 }
  }
  let best: Candidate | undefined
  for (const candidate of [...aroundQuote(site), ...afterQuote(site), ...beforeQuote(site)]) {
    if (best === undefined || isBetter(candidate, best)) best = candidate
  }
  return best
}

const isBetter = (candidate: Candidate, best: Candidate): boolean =>
  (candidate.subject !== undefined) === (best.subject !== undefined)
    ? candidate.confidence > best.confidence
    : candidate.subject !== undefined
