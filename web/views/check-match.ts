import type { AnswerMatch } from '../../src/http/check-answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { articleLine } from './article-line.ts'
import { checkDiff } from './check-diff.ts'
import { differences } from './differences.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { isSure, nameOf } from './quotes.ts'
import { textAttributes } from './text-attributes.ts'

/** One attested wording of a claim: where it stands, how it differs, who said it. */
export function checkMatch(match: AnswerMatch, claim: string, reader: Reader): Html {
  const [paragraph] = match.paragraphs
  if (!paragraph) return html``
  const sentences = differences(match, reader)
  const isDifferent = match.operations.some(({ kind }) => kind !== 'same')
  return html`<article class="match">
    <h3>
      <a href="${reader.href(paragraph.permalink)}#${paragraph.id}" ${textAttributes(paragraph.articleLanguage)}
        >${paragraph.title ?? paragraph.source}</a
      >
    </h3>
    ${articleLine(paragraph, reader, html`<span class="label">${likeness(match, reader)}</span>`)}
    ${isDifferent && checkDiff(match, claim, reader)}
    <blockquote${textAttributes(paragraph.language)}>${quoted(match)}</blockquote>
    ${speakerOf(match, reader)}
    ${
      sentences.length > 0 &&
      html`<ul class="differences" aria-label="${reader.say('difference.label')}">
        ${sentences.map(sentence => html`<li>${sentence}</li>`)}
      </ul>`
    }
    ${match.isPartOfLonger && html`<p class="hint">${reader.say(match.verdict === 'altered' ? 'check.goesOn' : 'check.longerVersion')}</p>`}
  </article>`
}

function likeness({ verdict, similarity }: AnswerMatch, reader: Reader): Html {
  if (verdict === 'altered') return reader.say('check.likeness', { share: reader.percent(similarity) })
  return reader.say(verdict === 'verbatim' ? 'verdict.verbatim' : 'verdict.trimmed')
}

/** The paragraphs with what was quoted marked. */
function quoted({ paragraphs, spans }: AnswerMatch): Html[] {
  return paragraphs.map(({ text }, place) => {
    const pieces: Html[] = []
    let at = 0
    for (const span of spans.filter(one => one.place === place).sort((a, b) => a.start - b.start)) {
      const start = Math.max(at, span.start)
      pieces.push(html`${text.slice(at, start)}<mark>${text.slice(start, span.end)}</mark>`)
      at = Math.max(at, span.end)
    }
    return html`<p>${pieces}${text.slice(at)}</p>`
  })
}

function speakerOf({ speaker, speakerWarning }: AnswerMatch, reader: Reader): Html | false {
  if (speaker === null) return false
  const name = nameOf(html`<bdi>${speaker.name}</bdi>`, isSure(speaker), reader)
  return speakerWarning
    ? html`<p class="warning">${reader.say('check.otherSpeaker', { name })}</p>`
    : html`<p class="speakers">${reader.say('speaker.saidBy', { name })}</p>`
}
