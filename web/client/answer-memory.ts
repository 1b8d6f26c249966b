import type { SearchAnswer } from '../../src/search/answer.ts'

/** A session's way back rarely goes farther. */
const REMEMBERED = 30

/** The latest answers by their address: going back shows at once, and where it was, what was left. */
export type AnswerMemory = {
  get(url: string): SearchAnswer | undefined
  add(url: string, answer: SearchAnswer): void
}

export function createAnswerMemory(): AnswerMemory {
  const answers = new Map<string, SearchAnswer>()
  return {
    get: url => answers.get(url),
    add(url, answer) {
      answers.delete(url)
      answers.set(url, answer)
      for (const oldest of [...answers.keys()].slice(0, -REMEMBERED)) answers.delete(oldest)
    },
  }
}
