import { parentPort } from 'node:worker_threads'
import type { Paragraph } from '../domain/paragraph.ts'
import { messageOf } from '../errors.ts'
import type { ClaimText } from './claim.ts'
import { createClaimMatcher } from './match-claim.ts'
import type { Match } from './match.ts'

/** The other thread of match-thread.ts: one task at a time, each answered with its result or its error as data. */
export type MatchTask = {
  readonly id: number
  readonly claim: ClaimText
  readonly candidates: readonly Paragraph[]
  readonly limit: number
  /** The clocks of two threads differ, so this is how long it may take. */
  readonly timeoutMs: number
}

export type MatchAnswer =
  | {
      readonly id: number
      readonly isDone: true
      readonly matches: readonly SentMatch[]
      readonly isCut: boolean
    }
  | { readonly id: number; readonly isDone: false; readonly message: string }

/** Paragraphs are not sent back: they are numbers of candidates. */
export type SentMatch = Omit<Match, 'paragraphs'> & { readonly candidates: readonly number[] }

const match = createClaimMatcher()

parentPort?.on('message', (task: MatchTask) => parentPort?.postMessage(answer(task)))

function answer({ id, claim, candidates, limit, timeoutMs }: MatchTask): MatchAnswer {
  try {
    const deadline = performance.now() + timeoutMs
    const { matches, isCut } = match(claim, candidates, { limit, deadline })
    const sent = matches.map(({ paragraphs, ...found }) => ({
      ...found,
      candidates: paragraphs.map(paragraph => candidates.indexOf(paragraph)),
    }))
    return { id, isDone: true, matches: sent, isCut }
  } catch (error) {
    return { id, isDone: false, message: messageOf(error) }
  }
}
