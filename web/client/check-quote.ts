import type { CheckAnswer } from '../../src/http/check-answer.ts'
import type { Reader } from '../i18n/reader.ts'
import type { CheckQuery } from '../views/check-form.ts'
import { checkPage } from '../views/check-page.ts'
import { errorPage } from '../views/error-page.ts'
import { ask, ProblemError } from './ask.ts'
import type { Busy } from './busy.ts'
import { createLatest } from './latest.ts'
import type { Screen } from './screen.ts'

/** Checks quotations without loading the page anew. */
export function startChecking(screen: Screen, busy: Busy, reader: Reader): void {
  const latest = createLatest()
  document.addEventListener('submit', event => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'check') return
    event.preventDefault()
    void check(readForm(event.target))
  })

  async function check(query: CheckQuery): Promise<void> {
    busy.begin()
    try {
      const answer = await latest.run(signal =>
        ask<CheckAnswer>('/api/quotes/check', requestOf(query, signal)),
      )
      if (answer === undefined) return
      busy.end()
      screen.show(checkPage({ query, answer, reader }))
      screen.announce(reader.plain('check.done', { count: answer.quotations.length }))
    } catch (error) {
      busy.end()
      if (!(error instanceof ProblemError)) throw error
      screen.show(errorPage({ problem: error.problem, retry: reader.href('/check'), reader }))
    }
  }
}

function readForm(form: HTMLFormElement): CheckQuery {
  const fields = new FormData(form)
  const textOf = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  return { text: textOf('text'), speaker: textOf('speaker').trim(), language: textOf('language').trim() }
}

function requestOf(
  { text, speaker, language }: CheckQuery,
  signal: AbortSignal,
): RequestInit & { signal: AbortSignal } {
  const body = { text, ...(speaker !== '' && { speaker }), ...(language !== '' && { language }) }
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  }
}
