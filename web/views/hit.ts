import type { AnswerHit } from '../../src/search/answer.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { articleLine } from './article-line.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { markedText, speakerLine } from './quotes.ts'
import { textAttributes } from './text-attributes.ts'

const MATCH_LABELS: Readonly<Record<'inflected' | 'prefix' | 'typo', PlainKey>> = {
  inflected: 'match.inflected',
  prefix: 'match.prefix',
  typo: 'match.typo',
}

/** One paragraph that was found, in a list of them. */
export function hitItem(hit: AnswerHit, { query, reader }: { query: PageQuery; reader: Reader }): Html {
  const isTitle = hit.kind === 'title'
  // one of an article's paragraphs, of which none was asked for, says less than its title
  const isArticle = hit.match === null && hit.moreInArticle > 0 && hit.title !== null
  const found = markedText(hit.snippet, hit.quotes, reader)
  const label = matchLabel(hit, reader)
  const heading = isTitle ? found : (hit.title ?? hit.source)
  const language = isTitle ? hit.language : hit.articleLanguage
  return html`<li class="hit">
    <article>
      <h3><a href="${reader.href(hit.permalink)}#${hit.id}" ${textAttributes(language)}>${heading}</a></h3>
      ${articleLine(hit, reader, label && html`<span class="label">${label}</span>`)}
      ${!isTitle && !isArticle && html`<p class="text" ${textAttributes(hit.language)}>${found}</p>`}
      ${!isArticle && speakerLine(hit.quotes, reader, name => pageUrl(query, { speaker: [name] }))}
      ${moreLink(hit, reader)}
    </article>
  </li>`
}

/** Why it matched, where nobody would see it at once. */
function matchLabel({ match, coverage }: AnswerHit, reader: Reader): Html | false {
  if (coverage !== null && coverage < 1)
    return reader.say('match.coverage', { share: reader.percent(coverage) })
  return match !== null && match !== 'asTyped' && reader.say(MATCH_LABELS[match])
}

function moreLink({ moreInArticle, permalink, match }: AnswerHit, reader: Reader): Html | false {
  // without words every paragraph is a hit
  if (moreInArticle === 0 || match === null) return false
  return html`<p class="more">
    <a href="${reader.href(permalink)}">${reader.say('hit.moreInArticle', { count: moreInArticle })}</a>
  </p>`
}
