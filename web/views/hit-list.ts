import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import { articleLine } from './article-line.ts'
import { citeDetails } from './cite.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { matchLabel } from './match-label.ts'
import { passage } from './passage.ts'
import type { PassageOptions } from './passage.ts'
import { markedText } from './quotes.ts'
import { textAttributes } from './text-attributes.ts'

export type HitListOptions = PassageOptions & {
  /** All that was found stands here, so that what is counted here is what there is. */
  readonly isComplete: boolean
}

/** Paragraphs that were found, under the articles that they stand in: an article where its best paragraph would be. */
export function hitList(hits: readonly AnswerHit[], options: HitListOptions): Html {
  const articles = new Map<string, AnswerHit[]>()
  for (const hit of hits) articles.set(hit.articleId, [...(articles.get(hit.articleId) ?? []), hit])
  return html`<ol class="hits">
    ${[...articles.values()].map(group => articleItem(group, options))}
  </ol>`
}

/** Whether an answer has all hits there are. */
export const isComplete = ({ nextCursor }: SearchAnswer, cursor: string | undefined): boolean =>
  nextCursor === null && cursor === undefined

function articleItem(hits: readonly AnswerHit[], options: HitListOptions): Html | false {
  const [best] = hits
  if (best === undefined) return false
  const { reader, name } = options
  const title = hits.find(({ kind }) => kind === 'title')
  const [first, ...others] = hits.filter(hit => hit !== title)
  const language = title?.language ?? best.articleLanguage
  const heading = title ? markedText(title.snippet, title.quotes, reader) : (best.title ?? best.source)
  const label = title && first === undefined && matchLabel(title, reader)
  return html`<li class="hit" id="${name}-${best.articleId}">
    <article>
      <h2><a href="${reader.href(best.permalink)}#${best.id}" ${textAttributes(language)}>${heading}</a></h2>
      ${articleLine({ ...best, language }, reader, label && html`<span class="label">${label}</span>`)}
      ${first && !isBrowsed(first) ? passage(first, options) : citeDetails({ id: best.id, url: best.url, language: reader.ui, name: `${name}-cite-${best.id}` }, reader)}
      ${others.length > 0 && foldedPassages(others, options)} ${moreLink(best, options)}
    </article>
  </li>`
}

/** One of an article's paragraphs, of which none was asked for, says less than its title. */
const isBrowsed = ({ match, moreInArticle, title }: AnswerHit): boolean =>
  match === null && moreInArticle > 0 && title !== null

function foldedPassages(hits: readonly AnswerHit[], options: HitListOptions): Html {
  const key = options.isComplete ? 'hit.moreFolded' : 'hit.moreFoldedHere'
  return html`<details class="others">
    <summary>${options.reader.say(key, { count: hits.length })}</summary>
    ${hits.map(hit => passage(hit, options))}
  </details>`
}

/** Where an article stands for its paragraphs: how many more of them were found. */
function moreLink({ moreInArticle, permalink, match }: AnswerHit, { reader }: HitListOptions): Html | false {
  // without words every paragraph is a hit
  if (moreInArticle === 0 || match === null) return false
  return html`<p class="more">
    <a href="${reader.href(permalink)}">${reader.say('hit.moreInArticle', { count: moreInArticle })}</a>
  </p>`
}
