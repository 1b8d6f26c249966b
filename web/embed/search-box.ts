import type { SearchAnswer } from '../../src/search/answer.ts'
import { createBusy } from '../client/busy.ts'
import { createLatest } from '../client/latest.ts'
import type { PageQuery } from '../state/page-query.ts'
import { totalsText } from '../views/totals.ts'
import { askService, misplaced } from './ask-service.ts'
import { boxPath, boxQuery } from './box-query.ts'
import type { BoxSettings } from './box-settings.ts'
import { createFrame } from './frame.ts'
import type { ParseView } from './parse-view.ts'
import type { ParagrafSearchEventMap } from './types/embed.d.ts'
import { headingOf } from './views/box-problem.ts'
import type { BoxProblem } from './views/box-problem.ts'
import type { Shown } from './views/box.ts'
import { permalinkOf } from './views/results.ts'
import { watchBox } from './watch-box.ts'

export type SearchBoxOptions = {
  readonly root: ShadowRoot
  readonly parse: ParseView
  readonly settings: () => BoxSettings
  /** Dispatches an event. Returns false when a listener prevented what would follow. */
  readonly tell: <Name extends keyof ParagrafSearchEventMap>(
    name: Name,
    detail: ParagrafSearchEventMap[Name]['detail'],
  ) => boolean
}

export type SearchBox = {
  readonly text: () => string
  /** Puts a text into the box; what was found for another one goes. */
  fill(text: string): void
  /** Searches for the words as they stand. Never rejects. */
  search(text: string): Promise<void>
  readonly focus: (options?: FocusOptions) => void
  /** The settings have changed: what is shown may not be true any more. */
  refresh(): void
  /** Stands in a page from now on. */
  start(): void
  /** Leaves the page, perhaps for good. */
  stop(): void
}

/** One box: what is typed, what was found, and what is shown of it. Several on a page share nothing. */
export function createSearchBox({ root, parse, settings, tell }: SearchBoxOptions): SearchBox {
  const frame = createFrame(root, parse)
  const latest = createLatest()
  let shown: Shown = { kind: 'nothing' }
  let isOpen = false
  let isBusy = false
  /** What screen readers are told. */
  let status = ''

  const render = (): void => frame.show({ ...settings(), shown, isOpen, isBusy, status })
  const busy = createBusy(now => {
    isBusy = now
    if (now) {
      status = settings().reader.plain('search.busy')
      // the first answer is awaited in its place
      if (shown.kind === 'nothing' && frame.hasFocus()) isOpen = true
    }
    render()
  })

  async function ask(text: string, isTyping: boolean): Promise<void> {
    if (text.trim() === '') {
      forget()
      return
    }
    const { endpoint, namedEndpoint, limit, reader, ...filters } = settings()
    const query = boxQuery(text, { ...filters, reader })
    tell('paragraf-search', { q: text, isTyping })
    if (endpoint === undefined) {
      latest.cancel()
      fail(misplaced(namedEndpoint), query, isTyping)
      return
    }
    busy.begin()
    const path = boxPath(query, { isTyping, limit })
    const answered = await latest.run(signal => askService<SearchAnswer>(endpoint, path, signal))
    // something newer is under way
    if (answered === undefined) return
    if (answered.isAnswer) succeed(answered.answer, query, isTyping)
    else fail(answered.problem, query, isTyping)
  }

  function succeed(answer: SearchAnswer, query: PageQuery, isTyping: boolean): void {
    show({ kind: 'results', query, answer }, totalsText(answer, settings().reader))
    const { total, hits, partial } = answer
    tell('paragraf-results', { q: query.q, isTyping, total, hits, partial })
  }

  function fail(problem: BoxProblem, { q }: PageQuery, isTyping: boolean): void {
    show({ kind: 'problem', problem }, settings().reader.plain(headingOf(problem)))
    const { code, status: httpStatus, detail: message, hint } = problem
    const detail = { q, isTyping, code, status: httpStatus, message, ...(hint !== undefined && { hint }) }
    tell('paragraf-error', detail)
  }

  function show(next: Shown, said: string): void {
    shown = next
    status = said
    isOpen = true
    // renders
    busy.end()
  }

  function forget(): void {
    latest.cancel()
    shown = { kind: 'nothing' }
    status = ''
    isOpen = false
    busy.end()
  }

  /** Shows what was found for what stands in the box; asks for it where nobody has yet. */
  function open(): void {
    if (isOpen || isBusy || frame.isChanging()) return
    if (shown.kind === 'nothing') void ask(frame.text(), false)
    else {
      isOpen = true
      render()
    }
  }

  function close(): void {
    if (!isOpen || frame.isChanging()) return
    isOpen = false
    status = ''
    render()
  }

  /** A hit was chosen. Returns whether its link may be followed. */
  function choose(id: string): boolean {
    const { endpoint, openIn } = settings()
    if (shown.kind !== 'results' || endpoint === undefined) return true
    const { answer, query } = shown
    const hit = [...answer.hits, ...answer.partial].find(one => one.id === id)
    if (hit === undefined) return true
    const href = permalinkOf(hit, endpoint)
    const mayFollow = tell('paragraf-select', { q: query.q, hit, href }) && openIn !== 'event'
    if (!mayFollow) {
      // where the page has not taken the focus, it is not lost with the list
      if (frame.hasFocus()) frame.focus()
      close()
    }
    return mayFollow
  }

  const { forgetTyping } = watchBox(root, {
    typed: text => void ask(text, true),
    search,
    open,
    close,
    choose,
  })

  async function search(text: string): Promise<void> {
    forgetTyping()
    frame.fill(text)
    await ask(text, false)
  }

  /** As long as the box stands in a page. */
  let stay = new AbortController()

  return {
    text: frame.text,
    fill(text) {
      forgetTyping()
      frame.fill(text)
      forget()
    },
    search,
    focus: frame.focus,
    refresh() {
      if (shown.kind === 'nothing') render()
      else if (isOpen) void ask(frame.text(), false)
      else forget()
    },
    start() {
      stay = new AbortController()
      window.addEventListener('resize', () => isOpen && frame.place(), { signal: stay.signal })
      render()
    },
    stop() {
      stay.abort()
      forgetTyping()
      forget()
    },
  }
}
