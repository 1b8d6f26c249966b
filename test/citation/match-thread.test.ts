import { afterEach, describe, expect, it } from 'vitest'
import { createMatchThread } from '../../src/citation/match-thread.ts'
import type { MatchThread } from '../../src/citation/match-thread.ts'
import { quotedParagraph } from './quoted-paragraph.ts'

let thread: MatchThread
afterEach(() => thread.close())

const SAID = '“We were told nothing until she was already stuck,” said Tora Lindvik.'
const claim = (text: string) =>
  ({ text, language: 'en', frequencies: new Map<string, number>(), paragraphs: 0 }) as const
const soon = () => ({ limit: 3, deadline: performance.now() + 20_000 })

describe('the thread that compares', () => {
  it('answers with the paragraphs it was given', async () => {
    thread = createMatchThread()
    const paragraph = quotedParagraph(SAID, 'en')
    const { matches } = await thread.match(
      claim('told nothing until she was already stuck'),
      [paragraph],
      soon(),
    )
    expect(matches[0]?.verdict).toBe('trimmed')
    expect(matches[0]?.paragraphs[0]).toBe(paragraph)
    expect(matches[0]?.quote).toEqual(paragraph.quotes[0])
  })

  it('says so when there was no time', async () => {
    thread = createMatchThread()
    const { matches, isCut } = await thread.match(claim('told nothing'), [quotedParagraph(SAID, 'en')], {
      limit: 3,
      deadline: performance.now() - 1,
    })
    expect({ matches, isCut }).toEqual({ matches: [], isCut: true })
  })

  it('refuses more than it can hold, and serves all that it took', async () => {
    thread = createMatchThread()
    const asked = Array.from({ length: 80 }, () =>
      thread.match(claim('told nothing'), [quotedParagraph(SAID, 'en')], soon()),
    )
    const results = await Promise.allSettled(asked)
    const refused = results.filter(one => one.status === 'rejected').map(one => one.reason as unknown)
    expect(refused).toHaveLength(16)
    expect(refused[0]).toMatchObject({ code: 'overloaded', status: 503 })
  })

  it('lets everybody go who waits when it is closed', async () => {
    thread = createMatchThread()
    const waiting = thread.match(claim('told nothing'), [quotedParagraph(SAID, 'en')], soon())
    const refused = expect(waiting).rejects.toMatchObject({ code: 'shutting_down' })
    await thread.close()
    await refused
  })
})
